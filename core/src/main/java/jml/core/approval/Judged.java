package jml.core.approval;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jml.core.judge.GaugeJudgement;
import jml.core.judge.MetricJudgement;
import jml.core.judge.Ruling;
import org.jspecify.annotations.Nullable;

/// The judge's ruling as evidence: what it said, on which numbers, made from which recorded minutes.
///
/// @param ruling SHA-256 in hex of the minutes that were judged: [Ruling#digest()]
public record Judged(String verdict, String sentence, String ruling, List<Metric> metrics, List<Gauge> gauges) {

    /// @param ratio how many times as often the canary's events are bad; NaN when not known
    /// @param low, high interval of the ratio; infinite while nothing is refuted
    public record Metric(
            String name,
            String verdict,
            long baselineBad,
            long baseline,
            long canaryBad,
            long canary,
            double ratio,
            double low,
            double high) {
        private Map<String, @Nullable Object> toMap() {
            var map = new TreeMap<String, @Nullable Object>();
            map.put("name", name);
            map.put("verdict", verdict);
            map.put("baselineBad", baselineBad);
            map.put("baseline", baseline);
            map.put("canaryBad", canaryBad);
            map.put("canary", canary);
            map.put("ratio", finite(ratio));
            map.put("low", finite(low));
            map.put("high", finite(high));
            return map;
        }
    }

    /// @param difference canary less baseline in the gauge's unit; NaN when not known
    /// @param low, high interval of the difference; infinite while nothing is refuted
    /// @param blocks of minutes that were compared
    public record Gauge(String name, String verdict, double difference, double low, double high, int blocks) {
        private Map<String, @Nullable Object> toMap() {
            var map = new TreeMap<String, @Nullable Object>();
            map.put("name", name);
            map.put("verdict", verdict);
            map.put("difference", finite(difference));
            map.put("low", finite(low));
            map.put("high", finite(high));
            map.put("blocks", blocks);
            return map;
        }
    }

    // JSON has neither NaN nor infinity.
    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    public Judged {
        metrics = List.copyOf(metrics);
        gauges = List.copyOf(gauges);
    }

    public static Judged of(Ruling ruling) {
        var judgement = ruling.judgement();
        return new Judged(
                judgement.verdict().name(),
                judgement.sentence(),
                ruling.digest(),
                judgement.metrics().stream().map(Judged::metric).toList(),
                judgement.gauges().stream().map(Judged::gauge).toList());
    }

    private static Metric metric(MetricJudgement judged) {
        var total = judged.total();
        var ratio = judged.ratio();
        return new Metric(
                judged.metric().name(),
                judged.verdict().name(),
                total.baselineBad(),
                total.baseline(),
                total.canaryBad(),
                total.canary(),
                ratio.value(),
                ratio.low(),
                ratio.high());
    }

    private static Gauge gauge(GaugeJudgement judged) {
        return new Gauge(
                judged.metric().name(),
                judged.verdict().name(),
                judged.difference(),
                judged.low(),
                judged.high(),
                judged.blocks());
    }

    Map<String, Object> toMap() {
        return Map.of(
                "verdict",
                verdict,
                "sentence",
                sentence,
                "ruling",
                ruling,
                "metrics",
                metrics.stream().map(Metric::toMap).toList(),
                "gauges",
                gauges.stream().map(Gauge::toMap).toList());
    }
}
