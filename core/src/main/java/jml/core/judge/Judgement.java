package jml.core.judge;

import java.util.List;

/// The judge's word on a release. It never comes from a score: a guardrail that fails rolls back, a split that is not
/// the asked one makes the counts incomparable, every guardrail passed promotes.
///
/// @param sentence for people, with the numbers that prove it
public record Judgement(Verdict verdict, String sentence, List<MetricJudgement> metrics) {
    public Judgement {
        metrics = List.copyOf(metrics);
    }

    /// What should become of the release.
    public enum Verdict {
        PROMOTE,
        ROLLBACK,
        CONTINUE,
        INCONCLUSIVE,
        INVALID
    }

    /// What must be true for the verdict to mean anything; printed under each.
    public static final String ASSUMPTIONS =
            "Requests of one minute are routed by chance, measured alike in both arms, and do not affect later ones.";
}
