package jml.connectors.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jml.core.release.Rollout.Analysis;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// The workloads as they were last told, each with what it was made of: of thousands one changes at a time, and the
/// others stay the very same. One thread at a time.
final class Told {
    /// All that a workload is made of.
    ///
    /// @param templateOwner the workload whose template it takes; null when it has its own
    /// @param sets its ReplicaSets
    /// @param pods of each of them
    /// @param podsKnown false when they may not be read
    /// @param analyses of its rollout, with what was measured
    record Parts(
            WorkloadRow row,
            @Nullable WorkloadRow templateOwner,
            List<ReplicaSetRow> sets,
            List<PodTally.Count> pods,
            boolean podsKnown,
            List<Analysis> analyses) {}

    private record Made(Parts parts, Workload workload) {}

    private Map<String, Made> before = new HashMap<>();
    private Map<String, Made> now = new HashMap<>();

    /// The instance told before where its parts are the same, else a new one.
    Workload of(Parts parts, Function<Parts, Workload> make) {
        var uid = parts.row().meta().uid();
        var known = before.get(uid);
        var made = known != null && known.parts().equals(parts) ? known : new Made(parts, make.apply(parts));
        now.put(uid, made);
        return made.workload();
    }

    /// What was not told since the last call is forgotten.
    void done() {
        var last = before;
        before = now;
        last.clear();
        now = last;
    }
}
