package jml.views.releases.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import jml.core.fleet.ModelFacts;
import jml.core.judge.GaugeJudgement;
import jml.core.judge.GaugeMetric;
import jml.core.judge.MetricJudgement;
import jml.core.judge.PairedCounts;
import jml.core.judge.Ruling;
import jml.core.text.Words;
import jml.views.kit.chart.ChartLine;
import jml.views.kit.chart.ChartModel;
import jml.views.kit.chart.TimeSeries;

/// Makes the charts of one judged metric. Pure.
final class MetricChartModels {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double LN10 = Math.log(10);

    private MetricChartModels() {}

    static PageContent.Charts of(Ruling ruling, MetricJudgement judged, ModelFacts facts, ZoneId zone) {
        var baselineName = Words.version(facts.version());
        var canaryName = Words.version(facts.candidate());
        var millis = millis(ruling);
        var intervals = judged.metric().intervals();
        var baseline = rates(intervals, it -> rate(it.baselineBad(), it.baseline()));
        var canary = rates(intervals, it -> rate(it.canaryBad(), it.canary()));
        var axis = axis(ruling, zone);
        var rates = ChartModel.of(
                judged.metric().name() + ", % per minute",
                axis,
                new ChartModel.Unit("", "", 1),
                List.of(
                        ChartLine.of(baselineName, ChartLine.Role.BASELINE, series(millis, percent(baseline))),
                        ChartLine.of(canaryName, ChartLine.Role.CANARY, series(millis, percent(canary)))));
        var path = judged.path();
        var logTen = new double[millis.length];
        for (int i = 0; i < logTen.length; i++) {
            logTen[i] = i < path.length ? path[i] / LN10 : Double.NaN;
        }
        double line = judged.worseLine() / LN10;
        var evidence = ChartModel.of(
                        "log10 E that " + canaryName + " is worse",
                        axis,
                        new ChartModel.Unit("", "", 1),
                        List.of(ChartLine.of("E", ChartLine.Role.CANARY, series(millis, logTen))))
                .limited(line, "line " + Words.number(line, 1));
        return new PageContent.Charts(
                judged.metric().name(),
                "%",
                rates,
                new PageContent.Counted(baselineName, baseline, canaryName, canary, evidence));
    }

    /// A gauge has its means a minute and nothing else to draw.
    static PageContent.Charts of(Ruling ruling, GaugeJudgement judged, ModelFacts facts, ZoneId zone) {
        var minutes = judged.metric().minutes();
        // Its minutes end with the judged ones, and may be fewer.
        var all = millis(ruling);
        int from = Math.max(0, all.length - minutes.size());
        var millis = Arrays.copyOfRange(all, from, all.length);
        var shown = minutes.subList(minutes.size() - millis.length, minutes.size());
        var baseline = shown.stream().mapToDouble(GaugeMetric.Means::baseline).toArray();
        var canary = shown.stream().mapToDouble(GaugeMetric.Means::canary).toArray();
        var means = ChartModel.of(
                judged.metric().name() + ", mean per minute",
                axis(ruling, zone),
                new ChartModel.Unit("", "", 2),
                List.of(
                        ChartLine.of(Words.version(facts.version()), ChartLine.Role.BASELINE, series(millis, baseline)),
                        ChartLine.of(Words.version(facts.candidate()), ChartLine.Role.CANARY, series(millis, canary))));
        return new PageContent.Charts(judged.metric().name(), "", means, null);
    }

    private static long[] millis(Ruling ruling) {
        return ruling.minutes().stream()
                .map(it -> it.plus(MINUTE))
                .mapToLong(Instant::toEpochMilli)
                .toArray();
    }

    private static ChartModel.Axis axis(Ruling ruling, ZoneId zone) {
        return new ChartModel.Axis(ruling.minutes().getFirst(), ruling.until(), zone);
    }

    private static TimeSeries series(long[] millis, double[] values) {
        return new TimeSeries(millis, values, MINUTE);
    }

    private static double[] rates(List<PairedCounts> intervals, ToDoubleFunction<PairedCounts> of) {
        return intervals.stream().mapToDouble(of).toArray();
    }

    private static double[] percent(double[] rates) {
        var percent = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            percent[i] = 100 * rates[i];
        }
        return percent;
    }

    private static double rate(long bad, long all) {
        return all == 0 ? Double.NaN : (double) bad / all;
    }
}
