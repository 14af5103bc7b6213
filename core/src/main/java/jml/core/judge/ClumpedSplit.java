package jml.core.judge;

import org.apache.commons.numbers.gamma.LogGamma;

/// How an interval's bad events fall on the arms when they come in clumps, each of which lies in one arm, as when one
/// client repeats a request that fails: beta-binomial, given the bad events of both arms together.
///
/// @param unevenness how many times as large as by chance the split's variance is when there are many bad events;
///     above 1
record ClumpedSplit(double unevenness) {
    private static final long FEW = 24;

    /// ln of the probability of the split that was seen, were the canary's odds `exp(logRatio)` times the baseline's.
    double logProbability(PairedCounts counts, double logRatio) {
        double ratio = Math.exp(logRatio);
        double part = counts.share() * ratio / (1 - counts.share() + counts.share() * ratio);
        double clumps = counts.bad() / (unevenness - 1);
        return logRising(part * clumps, counts.canaryBad())
                + logRising((1 - part) * clumps, counts.baselineBad())
                - logRising(clumps, counts.bad())
                + logRising(counts.canaryBad() + 1.0, counts.baselineBad())
                - logRising(1, counts.baselineBad());
    }

    // ln of from · (from + 1) · … of so many factors.
    private static double logRising(double from, long factors) {
        if (factors > FEW) {
            return LogGamma.value(from + factors) - LogGamma.value(from);
        }
        double product = 1;
        for (long i = 0; i < factors; i++) {
            product *= from + i;
        }
        return Math.log(product);
    }
}
