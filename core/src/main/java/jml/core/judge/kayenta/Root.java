package jml.core.judge.kayenta;

import java.util.function.DoubleUnaryOperator;

/// Brent's root finder with R's stopping rule, which Kayenta uses: the step is an inverse quadratic or secant one where
/// that stays well inside the bracket, else a halving.
final class Root {
    private static final double EPSILON = 2.220446049250313e-16;
    private static final int MOST_STEPS = 1000;

    private final DoubleUnaryOperator function;
    private final double tolerance;
    private double before;
    private double best;
    private double across;
    private double atBefore;
    private double atBest;
    private double atAcross;

    private Root(DoubleUnaryOperator function, double low, double high, double tolerance) {
        this.function = function;
        this.tolerance = tolerance;
        this.before = low;
        this.atBefore = function.applyAsDouble(low);
        this.best = high;
        this.atBest = function.applyAsDouble(high);
        this.across = before;
        this.atAcross = atBefore;
    }

    /// Where the function is zero, within `tolerance`; its values at `low` and `high` must differ in sign.
    static double between(DoubleUnaryOperator function, double low, double high, double tolerance) {
        return new Root(function, low, high, tolerance).found();
    }

    private double found() {
        for (int step = 0; step < MOST_STEPS; step++) {
            double last = best - before;
            if (Math.abs(atAcross) < Math.abs(atBest)) {
                turn();
            }
            double least = 2 * EPSILON * Math.abs(best) + tolerance / 2;
            double half = (across - best) / 2;
            if (Math.abs(half) <= least || atBest == 0) {
                return best;
            }
            boolean trusted = Math.abs(last) >= least && Math.abs(atBefore) > Math.abs(atBest);
            double move = trusted ? interpolated(last, least, half) : half;
            before = best;
            atBefore = atBest;
            best += Math.abs(move) < least ? Math.copySign(least, move) : move;
            atBest = function.applyAsDouble(best);
            if (Math.signum(atBest) == Math.signum(atAcross)) {
                across = before;
                atAcross = atBefore;
            }
        }
        return best;
    }

    private void turn() {
        before = best;
        best = across;
        across = before;
        atBefore = atBest;
        atBest = atAcross;
        atAcross = atBefore;
    }

    private double interpolated(double last, double least, double half) {
        double width = across - best;
        double up;
        double down;
        if (before == across) {
            double part = atBest / atBefore;
            up = width * part;
            down = 1 - part;
        } else {
            double q = atBefore / atAcross;
            double s = atBest / atAcross;
            double t = atBest / atBefore;
            up = t * (width * q * (q - s) - (best - before) * (s - 1));
            down = (q - 1) * (s - 1) * (t - 1);
        }
        if (up > 0) {
            down = -down;
        } else {
            up = -up;
        }
        boolean inside = up < 0.75 * width * down - Math.abs(least * down) / 2 && up < Math.abs(last * down / 2);
        return inside ? up / down : half;
    }
}
