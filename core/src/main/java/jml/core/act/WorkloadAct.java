package jml.core.act;

import java.time.Instant;
import java.util.UUID;
import jml.core.model.ModelKey;
import jml.core.release.Workload;

/// A change of a workload in a cluster.
public record WorkloadAct(UUID id, ModelKey model, Target target, Verb verb) implements Act {

    /// @param cluster name of the source in the profile
    public record Target(String cluster, Workload.Kind kind, String namespace, String name) {
        public Target {
            if (namespace.isBlank() || name.isBlank()) {
                throw new IllegalArgumentException("a workload needs a namespace and a name");
            }
        }

        /// `namespace/name`, unique with the kind inside a cluster.
        public String path() {
            return namespace + "/" + name;
        }
    }

    /// What is asked of it. Which of these a workload knows depends on its kind.
    public sealed interface Verb {
        /// Ends the pause at step `step` and goes on to the next one.
        ///
        /// @param hash pod template hash of the version that is promoted
        record Promote(String hash, int step) implements Verb {}

        /// Skips the steps, holds and analyses that are left.
        record PromoteFully(String hash) implements Verb {}

        record Pause() implements Verb {}

        record Resume() implements Verb {}

        /// Sends all traffic to the stable version; the template stays the new one.
        record Abort(String hash) implements Verb {}

        /// Begins an aborted rollout again.
        record Retry(String hash) implements Verb {}

        /// Brings back the pod template of an earlier revision.
        ///
        /// @param hash its pod template hash: revision numbers move when one is brought back
        record Undo(String hash) implements Verb {}

        /// @param weight share of traffic of the new version, 0..1
        record SetWeight(String hash, double weight) implements Verb {
            public SetWeight {
                if (!(weight >= 0 && weight <= 1)) {
                    throw new IllegalArgumentException("weight " + weight + " is not within 0..1");
                }
            }
        }

        /// @param at written into the workload, so that the same restart sent twice is one restart
        record Restart(Instant at) implements Verb {}

        record Scale(int replicas) implements Verb {
            public Scale {
                if (replicas < 0) {
                    throw new IllegalArgumentException(replicas + " replicas");
                }
            }
        }
    }

    @Override
    public String source() {
        return target.cluster();
    }

    @Override
    public WorkloadAct withId(UUID id) {
        return new WorkloadAct(id, model, target, verb);
    }

    @Override
    public String title() {
        var name = target.name();
        return switch (verb) {
            case Verb.Promote _ -> "Promote " + name + " to its next step";
            case Verb.PromoteFully _ -> "Promote " + name + " fully";
            case Verb.Pause _ -> "Pause " + name;
            case Verb.Resume _ -> "Resume " + name;
            case Verb.Abort _ -> "Abort the rollout of " + name;
            case Verb.Retry _ -> "Retry the rollout of " + name;
            case Verb.Undo undo -> "Bring back template " + undo.hash() + " of " + name;
            case Verb.SetWeight set -> "Set " + name + " to " + Math.round(100 * set.weight()) + "%";
            case Verb.Restart _ -> "Restart " + name;
            case Verb.Scale scale -> "Scale " + name + " to " + scale.replicas() + " replicas";
        };
    }
}
