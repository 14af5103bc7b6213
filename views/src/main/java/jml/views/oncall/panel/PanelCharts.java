package jml.views.oncall.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import jml.core.metric.MetricHistory;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.views.kit.chart.ChartLine;
import jml.views.kit.chart.ChartModel;
import jml.views.kit.chart.Points;
import jml.views.kit.chart.TimeSeries;

/// Loads what the panel draws. Blocks; for a background thread.
final class PanelCharts {
    /// A chart is 360 pixels wide; more points would fall on one another.
    private static final int MOST_POINTS = 360;

    private static final Duration FINEST = Duration.ofSeconds(30);
    private static final Duration TREND = Duration.ofHours(1);
    private static final Duration TREND_STEP = Duration.ofMinutes(2);

    private final MetricHistory history;

    PanelCharts(MetricHistory history) {
        this.history = history;
    }

    ChartModel load(ChartRequest request) throws SourceException, InterruptedException {
        var lines = new ArrayList<ChartLine>();
        var origin = "";
        for (var line : request.lines()) {
            var series = history(request, line.arm());
            lines.add(ChartLine.of(line.name(), role(line.arm()), shown(request, series)));
            origin = origin.isEmpty() ? AskedLater.words(series.asked(), request.zone()) : origin;
        }
        var chart = ChartModel.of(
                request.title(),
                new ChartModel.Axis(request.from(), request.to(), request.zone()),
                request.unit(),
                lines);
        var threshold = request.threshold();
        if (threshold != null) {
            chart = chart.limited(threshold.value(), threshold.label());
        }
        return chart.marked(request.marks()).from(origin);
    }

    /// Utilisation of the last hour, for a sparkline.
    Points utilisation(ModelKey key, Instant to) throws SourceException, InterruptedException {
        var series = history.series(key, Arm.ALL, Sli.UTILISATION, to.minus(TREND), to, TREND_STEP);
        return Points.of(series.values());
    }

    private Series history(ChartRequest request, Arm arm) throws SourceException, InterruptedException {
        return history.series(request.key(), arm, request.sli(), request.from(), request.to(), step(request));
    }

    private static Duration step(ChartRequest request) {
        var step = Duration.between(request.from(), request.to()).dividedBy(MOST_POINTS);
        return step.compareTo(FINEST) < 0 ? FINEST : step;
    }

    private static TimeSeries shown(ChartRequest request, Series series) {
        var values = new double[series.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = request.sli().displayed(series.values()[i]);
        }
        return new TimeSeries(series.times(), values, series.step().isPositive() ? series.step() : step(request));
    }

    private static ChartLine.Role role(Arm arm) {
        return arm == Arm.CANARY ? ChartLine.Role.CANARY : ChartLine.Role.BASELINE;
    }
}
