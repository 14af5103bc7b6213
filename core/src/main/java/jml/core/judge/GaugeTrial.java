package jml.core.judge;

import java.util.ArrayList;
import java.util.List;
import jml.core.judge.MetricJudgement.Verdict;

/// Judges one gauge by the confidence sequence of its block differences. Minutes hang together in time, and a test on
/// single minutes would find harm in half of the harmless releases (methods §2.8).
final class GaugeTrial {
    private static final int[] BLOCKS = {1, 5, 15, 30};
    private static final double INDEPENDENT = 0.2;

    /// Fewer blocks tell nothing of their spread.
    static final int LEAST_BLOCKS = 20;

    private static final int MINUTES_AN_HOUR = 60;

    private GaugeTrial() {}

    /// @param alpha share of harmless releases that may ever be failed by this metric
    static GaugeJudgement judge(GaugeMetric metric, JudgePlan plan, double alpha) {
        double sign = metric.worse() == GaugeMetric.Worse.HIGHER ? 1 : -1;
        int block = block(metric);
        var worse = differences(metric, block).stream().map(it -> sign * it).toList();
        if (worse.size() < LEAST_BLOCKS) {
            return new GaugeJudgement(
                    metric, Verdict.TOO_FEW, Double.NaN, Double.NaN, Double.NaN, block, worse.size(), 0);
        }
        long tuned = Math.max(LEAST_BLOCKS, MINUTES_AN_HOUR / block);
        var verdict = Verdict.CONTINUE;
        int decided = 0;
        for (int n = LEAST_BLOCKS; n <= worse.size() && verdict == Verdict.CONTINUE; n++) {
            var seen = Spread.of(worse.subList(0, n));
            if (seen.mean - ConfidenceSequence.oneSided(seen.error, n, alpha, tuned) > 0
                    && seen.mean >= metric.leastEffect()) {
                verdict = Verdict.FAIL;
            } else if (seen.mean + ConfidenceSequence.oneSided(seen.error, n, plan.beta(), tuned) < metric.margin()) {
                verdict = Verdict.PASS;
            }
            decided = verdict == Verdict.CONTINUE ? 0 : n * block;
        }
        var all = Spread.of(worse);
        double half = ConfidenceSequence.half(all.error, worse.size(), plan.signalAlpha(), tuned);
        double difference = sign * all.mean;
        return new GaugeJudgement(
                metric, verdict, difference, difference - half, difference + half, block, worse.size(), decided);
    }

    private static int block(GaugeMetric metric) {
        for (int minutes : BLOCKS) {
            if (autocorrelation(differences(metric, minutes)) < INDEPENDENT) {
                return minutes;
            }
        }
        return BLOCKS[BLOCKS.length - 1];
    }

    // Means of whole blocks; a block without a known minute is left out.
    private static List<Double> differences(GaugeMetric metric, int block) {
        var means = new ArrayList<Double>();
        for (int from = 0; from + block <= metric.minutes().size(); from += block) {
            metric.minutes().subList(from, from + block).stream()
                    .filter(GaugeMetric.Means::known)
                    .mapToDouble(it -> it.canary() - it.baseline())
                    .average()
                    .ifPresent(means::add);
        }
        return means;
    }

    /// Of neighbours; 0 for what is constant or too short to tell.
    static double autocorrelation(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double all = 0;
        double neighbours = 0;
        for (int i = 0; i < values.size(); i++) {
            double off = values.get(i) - mean;
            all += off * off;
            neighbours += i == 0 ? 0 : off * (values.get(i - 1) - mean);
        }
        return all == 0 ? 0 : neighbours / all;
    }

    private record Spread(double mean, double error) {
        static Spread of(List<Double> values) {
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            double squares =
                    values.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
            return new Spread(mean, Math.sqrt(squares / (values.size() - 1) / values.size()));
        }
    }
}
