package jml.views.kit.chart;

import java.time.Duration;
import java.util.Arrays;

/// Values over time for a chart, oldest first. The arrays are not copied and must not change while they are shown.
///
/// @param millis instants in epoch milliseconds, ascending
/// @param values one value an instant; NaN where there is none
/// @param step how far apart two samples are when nothing is missing
public record TimeSeries(long[] millis, double[] values, Duration step) {
    /// Samples further apart than this many steps are not joined.
    private static final double GAP_STEPS = 1.5;

    public TimeSeries {
        if (millis.length != values.length) {
            throw new IllegalArgumentException(millis.length + " instants but " + values.length + " values");
        }
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("step of " + step);
        }
    }

    public int size() {
        return millis.length;
    }

    /// Whether something is missing between the sample at `index` and the one before it, or before the first.
    public boolean gapBefore(int index) {
        return index == 0
                || Double.isNaN(values[index])
                || Double.isNaN(values[index - 1])
                || millis[index] - millis[index - 1] > GAP_STEPS * step.toMillis();
    }

    /// The newest finite value, or NaN.
    public double last() {
        for (var i = values.length - 1; i >= 0; i--) {
            if (Double.isFinite(values[i])) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    /// The value of the sample nearest to `at` if it is at most one and a half steps away, else NaN.
    public double near(long at) {
        var found = Arrays.binarySearch(millis, at);
        if (found >= 0) {
            return values[found];
        }
        var after = -found - 1;
        var before = after - 1;
        var best =
                after == millis.length || (before >= 0 && at - millis[before] <= millis[after] - at) ? before : after;
        return best >= 0 && Math.abs(millis[best] - at) <= GAP_STEPS * step.toMillis() ? values[best] : Double.NaN;
    }

    // Two charts of equal samples are the same chart: a view compares before it redraws.
    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSeries series
                && Arrays.equals(millis, series.millis)
                && Arrays.equals(values, series.values)
                && step.equals(series.step);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(millis) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return millis.length + " samples, step " + step;
    }
}
