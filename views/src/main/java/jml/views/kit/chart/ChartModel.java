package jml.views.kit.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a time chart shows; immutable.
///
/// @param title what is measured, with its unit, for the accessible text: "p95 latency, ms"
/// @param axis the span of time
/// @param scale the range of values, or null to take it from the lines
/// @param unit how values are written at line ends and under the cursor
/// @param lines drawn in their order, the last on top
/// @param threshold the limit, or null
/// @param marks events on the axis, in any order
/// @param origin where values come from that were not recorded as they happened, in words; empty when all were
public record ChartModel(
        String title,
        Axis axis,
        @Nullable Scale scale,
        Unit unit,
        List<ChartLine> lines,
        @Nullable Threshold threshold,
        List<ChartMark> marks,
        String origin) {

    /// The span of time shown, in the zone its labels are written in.
    public record Axis(Instant from, Instant to, ZoneId zone) {
        public Axis {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("no span: " + from + " to " + to);
            }
        }
    }

    /// How values are written: `before` and `after` the number, each with its own space ("€", " ms", "%"), and the
    /// number of decimals.
    public record Unit(String before, String after, int decimals) {
        public static final Unit NONE = new Unit("", "", 0);
    }

    /// A limit, drawn as a dashed line named `label`, for example "objective 97".
    public record Threshold(double value, String label) {}

    public ChartModel {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /// A chart of `lines` with nothing else on it.
    public static ChartModel of(String title, Axis axis, Unit unit, List<ChartLine> lines) {
        return new ChartModel(title, axis, null, unit, lines, null, List.of(), "");
    }

    public ChartModel scaled(Scale range) {
        return new ChartModel(title, axis, range, unit, lines, threshold, marks, origin);
    }

    public ChartModel limited(double value, String label) {
        return new ChartModel(title, axis, scale, unit, lines, new Threshold(value, label), marks, origin);
    }

    public ChartModel marked(List<ChartMark> events) {
        return new ChartModel(title, axis, scale, unit, lines, threshold, events, origin);
    }

    /// @param words [#origin()]
    public ChartModel from(String words) {
        return new ChartModel(title, axis, scale, unit, lines, threshold, marks, words);
    }

    /// The given scale, or one that holds every value, every interval and the threshold with a little room.
    Scale effectiveScale() {
        if (scale != null) {
            return scale;
        }
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (var line : lines) {
            var band = line.band();
            for (var i = 0; i < line.series().size(); i++) {
                var value = line.series().values()[i];
                var from = band == null || Double.isNaN(band.low()[i]) ? value : Math.min(value, band.low()[i]);
                var to = band == null || Double.isNaN(band.high()[i]) ? value : Math.max(value, band.high()[i]);
                low = Double.isFinite(from) ? Math.min(low, from) : low;
                high = Double.isFinite(to) ? Math.max(high, to) : high;
            }
        }
        if (threshold != null) {
            low = Math.min(low, threshold.value);
            high = Math.max(high, threshold.value);
        }
        return Ticks.roomy(Scale.spanning(low, high));
    }
}
