package jml.views.releases.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import jml.core.act.ReleaseWords;
import jml.core.judge.GaugeJudgement;
import jml.core.judge.GaugeMetric;
import jml.core.judge.MetricJudgement;
import jml.core.judge.Ruling;
import jml.core.text.Words;
import jml.views.kit.chart.EvidenceBar;
import jml.views.kit.icon.Icon;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetLine;

/// Makes the metric table of a release from the judge's word. Pure.
final class MetricRows {
    private static final double LN10 = Math.log(10);

    private final Ruling ruling;
    private final Instant now;
    private final ZoneId zone;

    MetricRows(Ruling ruling, Instant now, ZoneId zone) {
        this.ruling = ruling;
        this.now = now;
        this.zone = zone;
    }

    /// Guardrails stand apart from signals: the ones roll back, the others pause and ask.
    List<FleetLine<PageContent.MetricRow>> lines() {
        var lines = new ArrayList<FleetLine<PageContent.MetricRow>>();
        group(lines, true, "Guardrails", "one FAIL rolls back");
        group(lines, false, "Signals", "a FAIL pauses and asks a person");
        return lines;
    }

    private void group(List<FleetLine<PageContent.MetricRow>> lines, boolean critical, String title, String note) {
        var judgement = ruling.judgement();
        var rows = Stream.concat(
                        judgement.metrics().stream()
                                .filter(it -> it.metric().critical() == critical)
                                .map(this::row),
                        judgement.gauges().stream()
                                .filter(it -> it.metric().critical() == critical)
                                .map(this::row))
                .toList();
        if (!rows.isEmpty()) {
            lines.add(new FleetLine.Group<>(title, note));
            rows.forEach(row -> lines.add(new FleetLine.Row<>(row.name(), row, false)));
        }
    }

    private PageContent.MetricRow row(MetricJudgement judged) {
        var total = judged.total();
        double baseline = rate(total.baselineBad(), total.baseline());
        double canary = rate(total.canaryBad(), total.canary());
        return new PageContent.MetricRow(
                judged.metric().name(),
                of(total.baselineBad(), total.baseline()),
                of(total.canaryBad(), total.canary()),
                percent(baseline),
                percent(canary),
                difference(judged, baseline, canary),
                total.bad() == 0 ? "–" : ReleaseWords.times(judged.ratio()),
                new EvidenceBar.Evidence(
                        judged.logWorse() / LN10,
                        judged.worseLine() / LN10,
                        judged.logWithin() / LN10,
                        judged.withinLine() / LN10),
                verdict(judged),
                judged.verdict() == MetricJudgement.Verdict.FAIL);
    }

    /// Of a gauge only means are known: their difference has an interval from blocks of minutes, and there is no E.
    private PageContent.MetricRow row(GaugeJudgement judged) {
        var blocks = Words.count(judged.blocks(), "block") + " of " + judged.blockMinutes() + " min";
        var difference = Double.isNaN(judged.difference())
                ? Words.NO_VALUE
                : signed(judged.difference()) + " (" + Words.number(judged.low(), 2) + " to "
                        + Words.number(judged.high(), 2) + ")";
        return new PageContent.MetricRow(
                judged.metric().name(),
                blocks,
                blocks,
                mean(judged, GaugeMetric.Means::baseline),
                mean(judged, GaugeMetric.Means::canary),
                difference,
                Words.NO_VALUE,
                new EvidenceBar.Evidence(Double.NaN, 1, Double.NaN, 1),
                verdict(judged.verdict(), judged.decidedAt(), ""),
                judged.verdict() == MetricJudgement.Verdict.FAIL);
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Words.number(value, 2);
    }

    private static String mean(GaugeJudgement judged, ToDoubleFunction<GaugeMetric.Means> arm) {
        return Words.number(
                judged.metric().minutes().stream()
                        .mapToDouble(arm)
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN),
                2);
    }

    private static double rate(long bad, long all) {
        return all == 0 ? Double.NaN : (double) bad / all;
    }

    // Of hundreds of thousands the thousands tell enough; what is counted stays exact.
    private static String of(long bad, long all) {
        return Words.count(bad) + " of " + (all < 100_000 ? Words.count(all) : Words.count(all / 1000) + "k");
    }

    private static String percent(double rate) {
        return Double.isNaN(rate) ? "–" : Words.number(100 * rate, 2);
    }

    /// The ratio's interval, which holds at any look, times the baseline's rate.
    private static String difference(MetricJudgement judged, double baseline, double canary) {
        if (Double.isNaN(baseline) || Double.isNaN(canary)) {
            return "–";
        }
        var ratio = judged.ratio();
        var interval = Double.isInfinite(ratio.high()) || baseline == 0
                ? ""
                : " (" + points(baseline * (ratio.low() - 1)) + " to " + points(baseline * (ratio.high() - 1)) + ")";
        double more = canary - baseline;
        return (more > 0 ? "+" : "") + points(more) + interval;
    }

    private static String points(double share) {
        return Words.number(100 * share, Math.abs(share) < 0.01 ? 2 : 1);
    }

    private Cells.Word verdict(MetricJudgement judged) {
        return verdict(judged.verdict(), judged.decidedAt(), left(judged));
    }

    private Cells.Word verdict(MetricJudgement.Verdict verdict, int decidedAt, String left) {
        var word = verdict.name().replace('_', ' ');
        return switch (verdict) {
            case FAIL -> new Cells.Word(Icon.BREACHING, "ink-breaching", word + decided(decidedAt));
            case PASS -> new Cells.Word(Icon.HEALTHY, "ink-healthy", word + decided(decidedAt));
            case CONTINUE -> new Cells.Word(Icon.PLAY, "ink-2", word + left);
            case TOO_FEW -> new Cells.Word(Icon.LITTLE, "ink-little", word);
        };
    }

    private String decided(int at) {
        return at < 1 || at > ruling.minutes().size()
                ? ""
                : " " + Words.time(ruling.minutes().get(at - 1).plus(Duration.ofMinutes(1)), now, zone);
    }

    // Beyond a working day nobody asks for the minutes.
    private static String left(MetricJudgement judged) {
        double minutes = judged.minutesToPass();
        if (!Double.isFinite(minutes)) {
            return "";
        }
        var left = Duration.ofMinutes(Math.max(1, (long) Math.ceil(minutes)));
        return " " + Words.age(left.toHours() < 10 ? left : Duration.ofHours(left.toHours()));
    }
}
