package jml.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// Measured values, sorted.
public final class Spread {
    private final double[] sorted;

    /// @param values at least one
    public Spread(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /// The value that `share` of all are below, 0..1; the largest for 1.
    public double at(double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    public double median() {
        return at(0.5);
    }

    public double most() {
        return sorted[sorted.length - 1];
    }

    /// The usual points, for people.
    public String text(String unit) {
        DoubleUnaryOperator point = this::at;
        return String.format(
                Locale.ROOT,
                "p50 %.2f, p95 %.2f, p99 %.2f, most %.2f %s",
                point.applyAsDouble(0.5),
                point.applyAsDouble(0.95),
                point.applyAsDouble(0.99),
                most(),
                unit);
    }
}
