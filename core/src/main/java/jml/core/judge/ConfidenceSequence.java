package jml.core.judge;

import org.apache.commons.numbers.gamma.LogBeta;

/// Intervals that hold at every look at once, so that one may stop as soon as they say enough (methods §2.8).
public final class ConfidenceSequence {
    private static final int HALVINGS = 60;

    private ConfidenceSequence() {}

    /// Both ends lie in 0..1 for a share.
    public record Interval(double low, double high) {}

    /// A share seen in a sample: two-sided beta-binomial mixture, exact.
    ///
    /// @param alpha share of the samples whose path ever leaves the interval
    /// @param tuned sample size at which it is narrowest
    public static Interval share(long k, long n, double alpha, long tuned) {
        if (k < 0 || k > n || tuned < 1) {
            throw new IllegalArgumentException(k + " of " + n + ", tuned for " + tuned);
        }
        if (n == 0) {
            return new Interval(0, 1);
        }
        double seen = (double) k / n;
        return new Interval(edge(seen, 0, n, alpha, tuned), edge(seen, 1, n, alpha, tuned));
    }

    private static double edge(double seen, double end, long n, double alpha, long tuned) {
        double line = -Math.log(alpha);
        double kept = seen;
        double refuted = end;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (kept + refuted) / 2;
            if (middle > 0 && middle < 1 && logEvidence(middle, seen, n, alpha, tuned) >= line) {
                refuted = middle;
            } else {
                kept = middle;
            }
        }
        return kept;
    }

    // ln of the mixture martingale against the share p.
    private static double logEvidence(double p, double seen, long n, double alpha, long tuned) {
        double g = p;
        double h = 1 - p;
        double log = 2 * Math.log(1 / alpha);
        double rho = p * h * (double) tuned / (log + Math.log(1 + log));
        double r = Math.max(rho - g * h, 1e-3 * g * h);
        double s = (seen - p) * (double) n;
        double v = p * h * (double) n;
        return -((v + h * s) / h) * Math.log(g)
                - ((v - s * g) / g) * Math.log(h)
                + LogBeta.value((r + v - s * g) / g, (r + v + h * s) / h)
                - LogBeta.value(r / g, r / h);
    }

    /// Half the width of the two-sided asymptotic sequence for a mean, by Waudby-Smith.
    ///
    /// @param error standard error of the mean of `n` values
    /// @param tuned `n` at which it is narrowest
    public static double half(double error, long n, double alpha, long tuned) {
        double rho = rho(alpha, tuned);
        double grown = (double) n * rho * rho + 1;
        return error
                * Math.sqrt((double) n)
                * Math.sqrt(2 * grown / ((double) n * n * rho * rho) * Math.log(Math.sqrt(grown) / alpha));
    }

    /// The distance from the mean to its bound on one side, which is missed on a share of `alpha` of the paths.
    public static double oneSided(double error, long n, double alpha, long tuned) {
        double rho = rho(2 * alpha, tuned);
        double grown = (double) n * rho * rho + 1;
        return error
                * Math.sqrt((double) n)
                * Math.sqrt(2 * grown / ((double) n * n * rho * rho) * Math.log(1 + Math.sqrt(grown) / (2 * alpha)));
    }

    static double rho(double alpha, long tuned) {
        return Math.sqrt((-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / tuned);
    }
}
