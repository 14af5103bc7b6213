package jml.gameday;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricHistory;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// The lines of charts, read from the fleet itself: the same numbers as the snapshots of the same instants. Answers at
/// once; an unknown model has an empty line.
public final class SimulatedHistory implements MetricHistory {
    private final SimulatedFleet fleet;

    public SimulatedHistory(SimulatedFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step) {
        long stepMillis = step.toMillis();
        long first = Math.ceilDiv(from.toEpochMilli(), stepMillis) * stepMillis;
        int most = (int) Math.max(0, (to.toEpochMilli() - first) / stepMillis + 1);
        var times = new long[most];
        var values = new double[most];
        var row = fleet.row(model.name());
        int size = 0;
        for (int i = 0; row != null && i < most; i++) {
            double seconds = fleet.span().seconds(Instant.ofEpochMilli(first + i * stepMillis));
            double value = seconds < 0 ? Double.NaN : value(row, arm, sli, seconds);
            if (!Double.isNaN(value)) {
                times[size] = first + i * stepMillis;
                values[size++] = value;
            }
        }
        var labels = LabelSet.of(Map.of("model", model.name()));
        return new Series(labels, Arrays.copyOf(times, size), Arrays.copyOf(values, size), step);
    }

    private static double value(ModelRow row, Arm arm, Sli sli, double seconds) {
        var reading = row.reading(seconds);
        var measures = reading.of(arm);
        // While its series stand still there is nothing new to draw.
        if (measures == null || reading.stretch().silent() || reading.ageSeconds() > 60) {
            return Double.NaN;
        }
        var presence = measures.presence(sli);
        return presence.measured() ? sli.onGrid(measures.value(sli)) : Double.NaN;
    }
}
