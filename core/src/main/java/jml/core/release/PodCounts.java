package jml.core.release;

import java.util.List;

/// The pods of a workload as counts, with what is wrong with the unhealthy ones.
///
/// @param restarts container restarts of all pods since they were made
/// @param problems by reason, the most frequent first
public record PodCounts(int desired, int total, int ready, int restarts, List<Problem> problems) {
    public static final PodCounts NONE = new PodCounts(0, 0, 0, 0, List.of());

    /// @param reason as Kubernetes writes it: ImagePullBackOff, Unschedulable, CrashLoopBackOff, OOMKilled
    /// @param message of one of them, for people; may be empty
    public record Problem(String reason, String message, int pods, String examplePod) {}

    public PodCounts {
        problems = List.copyOf(problems);
    }
}
