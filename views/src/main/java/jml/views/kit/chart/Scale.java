package jml.views.kit.chart;

/// The range of values an axis shows; `low` < `high`, both finite.
public record Scale(double low, double high) {
    public Scale {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("no range: " + low + " to " + high);
        }
    }

    /// The range of all finite values of `points`, widened where it is empty, so that a flat line lies in its middle.
    public static Scale of(Points points) {
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < points.size(); i++) {
            var value = points.at(i);
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return spanning(low, high);
    }

    /// From `low` to `high`, widened where that is no range; 0 to 1 when there is nothing to span.
    static Scale spanning(double low, double high) {
        if (low > high) {
            return new Scale(0, 1);
        }
        if (low < high) {
            return new Scale(low, high);
        }
        var room = low == 0 ? 1 : Math.abs(low) / 10;
        return new Scale(low - room, high + room);
    }

    /// Where `value` stands between the pixel of `low` and the pixel of `high`; outside of them when it is out of
    /// range.
    public double pixel(double value, double atLow, double atHigh) {
        return atLow + (value - low) / (high - low) * (atHigh - atLow);
    }

    /// `value` moved into the range.
    public double clamp(double value) {
        return Math.clamp(value, low, high);
    }
}
