package jml.connectors.kubernetes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jml.core.release.PodCounts;
import jml.core.release.PodCounts.Problem;
import org.jspecify.annotations.Nullable;

/// Counts the pods of each ReplicaSet.
final class PodTally {
    static final Count NONE = new Count();

    private final Map<UUID, Count> byOwner = new HashMap<>();

    /// The pods of one ReplicaSet.
    static final class Count {
        private int total;
        private int ready;
        private int restarts;
        private String digest = "";
        private Map<String, Problem> problems = Map.of();

        int total() {
            return total;
        }

        int ready() {
            return ready;
        }

        /// Of the image that runs, as far as one pod has pulled it; empty when unknown.
        String digest() {
            return digest;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Count that
                    && total == that.total
                    && ready == that.ready
                    && restarts == that.restarts
                    && digest.equals(that.digest)
                    && problems.equals(that.problems);
        }

        @Override
        public int hashCode() {
            return Objects.hash(total, ready, restarts, digest, problems);
        }

        private void add(PodRow pod) {
            total++;
            ready += pod.ready() ? 1 : 0;
            restarts += pod.restarts();
            if (!pod.digest().isEmpty()) {
                digest = pod.digest();
            }
            if (!pod.reason().isEmpty()) {
                // Most have none.
                if (problems.isEmpty()) {
                    problems = new HashMap<>();
                }
                problems.merge(
                        pod.reason(), new Problem(pod.reason(), pod.message(), 1, pod.name()), PodTally::together);
            }
        }
    }

    void add(PodRow pod) {
        byOwner.computeIfAbsent(pod.owner(), owner -> new Count()).add(pod);
    }

    Count of(UUID replicaSet) {
        return byOwner.getOrDefault(replicaSet, NONE);
    }

    static PodCounts sum(int desired, Collection<Count> counts) {
        int total = 0;
        int ready = 0;
        int restarts = 0;
        var problems = new HashMap<String, Problem>();
        for (var count : counts) {
            total += count.total;
            ready += count.ready;
            restarts += count.restarts;
            count.problems.forEach((reason, problem) -> problems.merge(reason, problem, PodTally::together));
        }
        return new PodCounts(desired, total, ready, restarts, sorted(problems.values()));
    }

    // The example is the first by name, so that the same pods give the same answer.
    private static Problem together(Problem one, Problem other) {
        var example = one.examplePod().compareTo(other.examplePod()) <= 0 ? one : other;
        return new Problem(one.reason(), example.message(), one.pods() + other.pods(), example.examplePod());
    }

    private static List<Problem> sorted(Collection<Problem> problems) {
        var sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(Problem::pods).reversed().thenComparing(Problem::reason));
        return sorted;
    }
}
