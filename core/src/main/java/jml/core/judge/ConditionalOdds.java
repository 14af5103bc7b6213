package jml.core.judge;

import org.apache.commons.numbers.gamma.LogGamma;

/// How many of an interval's bad events would fall to the canary if both arms were equally good: hypergeometric, given
/// both arms' events and the bad ones of both together (methods §2.7).
final class ConditionalOdds {
    /// What is smaller than this part of a sum does not change it.
    private static final double NOTHING = 1e-18;

    private final PairedCounts counts;
    private final long fewest;
    private final long most;
    private final double logSplits;

    private ConditionalOdds(PairedCounts counts) {
        this.counts = counts;
        this.fewest = Math.max(0, counts.bad() - counts.baseline());
        this.most = Math.min(counts.bad(), counts.canary());
        this.logSplits = logChoose(counts.all(), counts.bad());
    }

    static ConditionalOdds of(PairedCounts counts) {
        return new ConditionalOdds(counts);
    }

    /// True when only one split is possible, so that the interval tells nothing.
    boolean empty() {
        return fewest == most;
    }

    PairedCounts counts() {
        return counts;
    }

    /// Bad events of the canary.
    long seen() {
        return counts.canaryBad();
    }

    /// ln M(θ), the mean of θ^x over the possible splits. Its terms rise to one peak and fall from it, so that only
    /// those around the peak are summed.
    double logMoment(double logRatio) {
        double ratio = Math.exp(logRatio);
        long peak = peak(ratio);
        double sum = 1;
        double term = 1;
        for (long x = peak; x < most && term > NOTHING * sum; x++) {
            term *= rise(x, ratio);
            sum += term;
        }
        term = 1;
        for (long x = peak; x > fewest && term > NOTHING * sum; x--) {
            term /= rise(x - 1, ratio);
            sum += term;
        }
        return logProbability(peak) + peak * logRatio + Math.log(sum);
    }

    /// ln of the probability that `x` of the bad events are the canary's.
    double logProbability(long x) {
        return logChoose(counts.canary(), x) + logChoose(counts.baseline(), counts.bad() - x) - logSplits;
    }

    // From the term at x to the next one.
    private double rise(long x, double ratio) {
        return ratio
                * ((double) (counts.canary() - x) / (x + 1))
                * ((double) (counts.bad() - x) / (counts.baseline() - counts.bad() + x + 1));
    }

    private long peak(double ratio) {
        long low = fewest;
        long high = most;
        while (low < high) {
            long middle = (low + high) / 2;
            if (rise(middle, ratio) > 1) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double logChoose(long n, long k) {
        return LogGamma.value(n + 1.0) - LogGamma.value(k + 1.0) - LogGamma.value(n - k + 1.0);
    }
}
