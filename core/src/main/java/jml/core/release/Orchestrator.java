package jml.core.release;

import java.time.Instant;
import java.util.List;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// What runs models and moves traffic between their versions. Read-only here. Calls block and may be interrupted.
public interface Orchestrator extends AutoCloseable {
    /// Every workload now. The first call lists; later ones return what the watch has kept up to date.
    List<Workload> workloads() throws SourceException, InterruptedException;

    /// Runs `changed` on some thread whenever [#workloads()] would answer differently; it must return at once.
    void onChange(Runnable changed);

    /// All pods of one workload, unhealthy first. Asks the cluster each time.
    List<Pod> pods(Workload workload) throws SourceException, InterruptedException;

    /// What cluster this is and as whom the console speaks: "Kubernetes v1.36.3, Argo Rollouts, as viewer".
    String describe() throws SourceException, InterruptedException;

    /// What the last answer lacks and why, one sentence each: a right that is missing, a kind that cannot be watched.
    /// Empty when nothing is amiss. Never blocks.
    default List<String> warnings() {
        return List.of();
    }

    /// Stops watching; idempotent.
    @Override
    void close();

    /// @param reason why it is not ready, as Kubernetes writes it; empty when it is
    record Pod(
            String name,
            String node,
            String revision,
            boolean ready,
            int restarts,
            String reason,
            String message,
            @Nullable Instant startedAt) {}
}
