package jml.core.metric;

/// The line an SLI must keep, in its base unit.
///
/// @param low the least allowed value; negative infinity when there is no lower line
/// @param high the most allowed value; positive infinity when there is no upper line
/// @param minSamples below this many events in the window nothing is judged; 0 when the SLI has no sample count
public record Objective(Sli sli, double low, double high, long minSamples) {
    public Objective {
        if (!(low <= high) || (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("objective of " + sli.id() + " needs a line: " + low + " to " + high);
        }
        if (minSamples < 0) {
            throw new IllegalArgumentException("minSamples of " + sli.id() + " is negative: " + minSamples);
        }
    }

    public static Objective atMost(Sli sli, double high, long minSamples) {
        return new Objective(sli, Double.NEGATIVE_INFINITY, high, minSamples);
    }

    public static Objective atLeast(Sli sli, double low, long minSamples) {
        return new Objective(sli, low, Double.POSITIVE_INFINITY, minSamples);
    }

    /// True when the value is on the allowed side; the line itself is allowed.
    public boolean holds(double value) {
        return value >= low && value <= high;
    }

    /// The line nearest to the value: the one it missed, or the one it would miss first.
    public double line(double value) {
        if (high == Double.POSITIVE_INFINITY) {
            return low;
        }
        if (low == Double.NEGATIVE_INFINITY) {
            return high;
        }
        return Math.abs(value - low) < Math.abs(value - high) ? low : high;
    }
}
