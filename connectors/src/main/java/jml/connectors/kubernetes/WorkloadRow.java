package jml.connectors.kubernetes;

import java.util.List;
import jml.core.release.Rollout;
import jml.core.release.Workload.Kind;
import org.jspecify.annotations.Nullable;

/// A Deployment or a Rollout, without what its revisions and pods tell.
///
/// @param template of its own; empty when it takes that of another workload
/// @param templateOf name of the Deployment whose template it takes; empty when it has its own
/// @param desired replicas
/// @param total, ready as its controller counts them: used when pods may not be read
/// @param stable pod template hash of the version that serves; for a Deployment empty: the highest number decides
/// @param current pod template hash of the newest version; for a Deployment empty
/// @param rollout null when it has no status
/// @param analyses names of the analysis runs its status points at
record WorkloadRow(
        Kind kind,
        ObjectMeta meta,
        PodTemplate template,
        String templateOf,
        int desired,
        int total,
        int ready,
        String stable,
        String current,
        @Nullable Rollout rollout,
        List<String> analyses) {
    WorkloadRow {
        analyses = List.copyOf(analyses);
    }
}
