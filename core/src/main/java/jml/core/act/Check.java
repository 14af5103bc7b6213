package jml.core.act;

import java.util.List;

/// One question asked before an act may be sent, with its answer.
///
/// @param finding the answer in words, with the number or name that proves it; for [Outcome#STOPS] what is in the way
/// @param steps what the person should do about it, in order; empty when nothing
public record Check(Subject subject, Outcome outcome, String finding, List<String> steps) {

    /// In the order in which a panel lists them.
    public enum Subject {
        ENVIRONMENT("Environment"),
        PERMISSION("Permission"),
        TARGET("Target unchanged"),
        DRY_RUN("Dry run"),
        GITOPS("GitOps"),
        CAPACITY("Capacity and HPA"),
        HOLD("Hold"),
        VERDICT("Verdict"),
        POLICY("Policy"),
        CHECKLIST("Checklist"),
        APPROVAL("Approval"),
        ERROR_BUDGET("Error budget"),
        BLAST_RADIUS("Blast radius"),
        ROLLBACK_TARGET("Rollback target"),
        SIGNATURE("Signature"),
        SCHEMA("Schema");

        private final String word;

        Subject(String word) {
            this.word = word;
        }

        /// As people read it.
        public String word() {
            return word;
        }
    }

    public enum Outcome {
        /// Nothing is in the way.
        READY,
        /// Nothing is in the way, and there is something to know first.
        TO_KNOW,
        /// The act may not be sent.
        STOPS,
        /// The question could not be answered. It does not stop what only takes traffic off a version; it stops the
        /// rest.
        UNANSWERED
    }

    public Check {
        steps = List.copyOf(steps);
    }

    public static Check ready(Subject subject, String finding) {
        return new Check(subject, Outcome.READY, finding, List.of());
    }

    public static Check toKnow(Subject subject, String finding, List<String> steps) {
        return new Check(subject, Outcome.TO_KNOW, finding, steps);
    }

    public static Check stops(Subject subject, String finding, List<String> steps) {
        return new Check(subject, Outcome.STOPS, finding, steps);
    }

    public static Check unanswered(Subject subject, String finding) {
        return new Check(subject, Outcome.UNANSWERED, finding, List.of());
    }
}
