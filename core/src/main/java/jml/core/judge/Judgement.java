package jml.core.judge;

import java.util.List;

/// The judge's word on a release. It never comes from a score: a guardrail that fails rolls back, a split that is not
/// the asked one makes the counts incomparable, every guardrail passed promotes.
///
/// @param sentence for people, with the numbers that prove it
/// @param change what would change the verdict, in words
/// @param decidedAt minutes after which the verdict stood; 0 while it is open
/// @param metrics event metrics, those of latency edges among them
public record Judgement(
        Verdict verdict,
        String sentence,
        String change,
        int decidedAt,
        List<MetricJudgement> metrics,
        List<GaugeJudgement> gauges) {
    public Judgement {
        metrics = List.copyOf(metrics);
        gauges = List.copyOf(gauges);
    }

    /// Of event metrics alone, and open.
    public Judgement(Verdict verdict, String sentence, List<MetricJudgement> metrics) {
        this(verdict, sentence, "", 0, metrics, List.of());
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
