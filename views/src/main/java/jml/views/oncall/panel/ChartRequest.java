package jml.views.oncall.panel;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.views.kit.chart.ChartMark;
import jml.views.kit.chart.ChartModel;
import org.jspecify.annotations.Nullable;

/// Which chart the panel needs: one indicator of one model, each arm a line.
///
/// @param title "fidelity, %"
/// @param unit how values are written
/// @param threshold in the displayed unit; null when there is no objective
record ChartRequest(
        ModelKey key,
        Sli sli,
        String title,
        ChartModel.Unit unit,
        List<Line> lines,
        Instant from,
        Instant to,
        ZoneId zone,
        ChartModel.@Nullable Threshold threshold,
        List<ChartMark> marks) {
    /// @param name what stands at the line's end: "v17"
    record Line(Arm arm, String name) {}

    /// Whether the same values would be asked for.
    boolean asks(@Nullable ChartRequest other) {
        return other != null
                && key.equals(other.key)
                && sli == other.sli
                && lines.equals(other.lines)
                && from.equals(other.from)
                && to.equals(other.to);
    }
}
