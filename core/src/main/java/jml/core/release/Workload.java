package jml.core.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something in a cluster that runs model servers: a Deployment or a Rollout. Small on purpose; pods are
/// counted, not kept.
///
/// @param cluster name of the source in the profile
/// @param labels of the object and of its pod template, the template's winning
/// @param annotations of the object, without the copy of itself that kubectl keeps there and without long values
/// @param revisions those with pods or history, newest first
/// @param rollout how the change under way goes; null when the kind has none or the object has no status yet
/// @param scaledToZeroOnPurpose replicas are zero because somebody or an autoscaler said so
public record Workload(
        String cluster,
        String environment,
        Kind kind,
        String namespace,
        String name,
        String uid,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<Revision> revisions,
        PodCounts pods,
        Resources resources,
        @Nullable Rollout rollout,
        boolean scaledToZeroOnPurpose) {

    public enum Kind {
        DEPLOYMENT,
        ROLLOUT,
        /// Runs models and is described by its own system: KServe, Seldon, an edge fleet.
        OTHER
    }

    /// @param hash pod template hash, the identity of a revision inside its workload
    /// @param number as the controller counts; 0 when it does not
    /// @param image as written in the pod template
    /// @param digest `sha256:…` of the image that runs, or of the template when it is pinned; empty when unknown
    /// @param modelVersion the registry version named by labels, annotations or tag; empty when unknown
    /// @param weight share of traffic 0..1; NaN when nothing tells
    public record Revision(
            String hash,
            long number,
            Role role,
            String image,
            String digest,
            String modelVersion,
            int replicas,
            int ready,
            double weight,
            @Nullable Instant createdAt) {}

    public enum Role {
        STABLE,
        CANARY,
        OLD
    }

    /// What is asked for one replica, and in all.
    ///
    /// @param cpuCores, memoryBytes, gpus requested by all replicas together
    public record Resources(double cpuCores, long memoryBytes, double gpus) {
        public static final Resources NONE = new Resources(0, 0, 0);
    }

    public Workload {
        if (namespace.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("workload without namespace or name: " + namespace + "/" + name);
        }
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        revisions = List.copyOf(revisions);
    }

    /// `namespace/name`, unique with the kind inside a cluster.
    public String path() {
        return namespace + "/" + name;
    }
}
