package jml.core.judge;

/// What the judge found on one metric, with everything that a screen must say about it.
///
/// @param total counts of both arms since the release began
/// @param logWorse ln E against "no worse", divided by the dispersion; decided at `worseLine`
/// @param logWithin ln E against "worse than the margin allows", divided by the dispersion; decided at `withinLine`
/// @param dispersion at least 1; 1 is what chance alone gives
/// @param decidedAt intervals after which the verdict stood; 0 while undecided
/// @param beyondBursts the evidence would not come from bursts of bad events that fell on the canary
/// @param minutesToPass expected until a canary as good as the baseline is proven so; NaN when decided or unknown
/// @param minutesToFail expected until a canary twice as bad is found out; NaN when decided or unknown
/// @param path ln E against "no worse" after each interval, for a chart; not copied
public record MetricJudgement(
        EventMetric metric,
        Verdict verdict,
        PairedCounts total,
        Ratio ratio,
        double logWorse,
        double worseLine,
        double logWithin,
        double withinLine,
        double dispersion,
        int decidedAt,
        boolean beyondBursts,
        double minutesToPass,
        double minutesToFail,
        double[] path) {

    /// What is known about one metric.
    public enum Verdict {
        /// The canary is worse.
        FAIL,
        /// The canary is no worse than its margin allows.
        PASS,
        /// Neither is proven yet.
        CONTINUE,
        /// There were too few bad events for any word.
        TOO_FEW
    }
}
