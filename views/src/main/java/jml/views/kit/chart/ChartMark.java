package jml.views.kit.chart;

import java.time.Instant;
import jml.views.kit.icon.Mark;
import org.jspecify.annotations.Nullable;

/// An event on the axis of a chart.
///
/// @param at when it happened, or an alert began to fire
/// @param until when the alert ended; null while it fires, and for everything that is not an alert
/// @param label a word or two: "v17 25%", "page"; empty for none
public record ChartMark(Mark mark, Instant at, @Nullable Instant until, String label) {
    /// Something that takes no time.
    public static ChartMark at(Mark mark, Instant at, String label) {
        return new ChartMark(mark, at, null, label);
    }
}
