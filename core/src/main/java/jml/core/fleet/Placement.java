package jml.core.fleet;

import java.time.Instant;
import java.util.List;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// One version of a model where it runs.
///
/// @param where `cluster:namespace/name`, or the series' own labels when no cluster holds it
/// @param version registry version; empty when nothing tells
/// @param hash pod template hash, the revision's identity in its workload; empty when nothing tells
/// @param revision as the controller counts, growing with each change of the template; 0 when nothing counts
/// @param since when this revision was made; null when nothing tells
/// @param share of the model's traffic, 0..1; NaN when nothing tells
/// @param restarts of the workload's pods, told once: at its first placement
/// @param hosted number of models the same server runs, at least 1: its cost is shared and a restart hits them all
/// @param earlier templates of the same workload that do not serve and could, newest first, that of an aborted rollout
/// among them; told once, at its first placement
public record Placement(
        String where,
        Workload.Kind kind,
        Workload.Role role,
        String version,
        String digest,
        String hash,
        long revision,
        @Nullable Instant since,
        double share,
        int replicas,
        int ready,
        int restarts,
        int hosted,
        List<Earlier> earlier) {
    /// A pod template that does not serve and that the cluster still keeps.
    ///
    /// @param hash its pod template hash
    /// @param revision as the controller counted it last
    /// @param version registry version; empty when nothing tells
    /// @param since when it was made; null when nothing tells
    public record Earlier(
            String hash,
            long revision,
            String version,
            @Nullable Instant since) {}

    public Placement {
        earlier = List.copyOf(earlier);
    }

    /// One without a template: what series tell, or a workload that nothing has rolled out yet.
    public Placement(
            String where,
            Workload.Kind kind,
            Workload.Role role,
            String version,
            String digest,
            long revision,
            @Nullable Instant since,
            double share,
            int replicas,
            int ready,
            int restarts,
            int hosted) {
        this(
                where, kind, role, version, digest, "", revision, since, share, replicas, ready, restarts, hosted,
                List.of());
    }
}
