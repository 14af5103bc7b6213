package jml.core.judge.kayenta;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How far the experiment's values lie above the control's, with the interval that inverts the Mann-Whitney rank test:
/// normal approximation with continuity and tie correction, solved as Kayenta solves it (methods §2.1).
final class MannWhitney {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double TOLERANCE = 1e-4;

    private final double[] x;
    private final double[] y;

    /// @param low, high ends of the interval; `low` may lie above `high` where the solver has too little to go by
    record Shift(double low, double estimate, double high) {}

    /// @param x the experiment, sorted
    /// @param y the control, sorted
    private MannWhitney(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /// @throws IllegalArgumentException when either has no value or there is nothing but ties
    static Shift shift(double[] experiment, double[] control, double confidence) {
        if (experiment.length == 0 || control.length == 0) {
            throw new IllegalArgumentException("no values to compare");
        }
        var test = new MannWhitney(experiment.clone(), control.clone());
        Arrays.sort(test.x);
        Arrays.sort(test.y);
        double z = NORMAL.inverseCumulativeProbability((1 - confidence) / 2);
        return new Shift(test.root(-z), test.root(0), test.root(z));
    }

    private double root(double quantile) {
        double least = x[0] - y[y.length - 1];
        double most = x[x.length - 1] - y[0];
        if (deviate(least) - quantile <= 0) {
            return least;
        }
        if (deviate(most) - quantile >= 0) {
            return most;
        }
        return Root.between(shift -> deviate(shift) - quantile, least, most, TOLERANCE);
    }

    // The rank statistic of x − shift against y, as a standard normal deviate. Both are sorted, so that one walk ranks
    // them.
    private double deviate(double shift) {
        int all = x.length + y.length;
        double ranks = 0;
        double ties = 0;
        int ofX = 0;
        int ofY = 0;
        while (ofX < x.length || ofY < y.length) {
            double value = ofY == y.length || (ofX < x.length && x[ofX] - shift < y[ofY]) ? x[ofX] - shift : y[ofY];
            int fromX = ofX;
            int from = ofX + ofY;
            while (ofX < x.length && x[ofX] - shift == value) {
                ofX++;
            }
            while (ofY < y.length && y[ofY] == value) {
                ofY++;
            }
            double tied = ofX + ofY - from;
            ranks += (ofX - fromX) * (from + (tied + 1) / 2);
            ties += tied * tied * tied - tied;
        }
        double pairs = (double) x.length * y.length;
        double off = ranks - x.length * (x.length + 1) / 2.0 - pairs / 2;
        double sigma = Math.sqrt(pairs / 12 * (all + 1 - ties / ((double) all * (all - 1))));
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("all values are alike");
        }
        return (off - Math.signum(off) * 0.5) / sigma;
    }
}
