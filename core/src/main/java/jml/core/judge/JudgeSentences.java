package jml.core.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jml.core.judge.MetricJudgement.Verdict;
import jml.core.text.Words;

/// Says a judgement in one sentence, with the numbers that prove it.
final class JudgeSentences {
    private static final double WHOLE_FROM = 10;

    private JudgeSentences() {}

    static String of(
            Judgement.Verdict verdict,
            List<MetricJudgement> metrics,
            List<GaugeJudgement> gauges,
            SampleRatio split,
            JudgePlan plan,
            int minutes) {
        return switch (verdict) {
            case INVALID ->
                "The split is " + Words.percent(split.seen(), 1) + " and not " + Words.percent(split.asked(), 1)
                        + ": counts cannot be compared (sample ratio, p < " + SampleRatio.LINE + ").";
            case ROLLBACK -> failed(metrics, gauges, true).orElseThrow();
            case PROMOTE ->
                "No worse than its margin allows on " + passed(metrics, gauges) + " after " + most(metrics, minutes)
                        + ".";
            case INCONCLUSIVE ->
                failed(metrics, gauges, false)
                        .map(it -> it + " A person decides.")
                        .orElseGet(() -> ended(metrics, gauges, minutes, plan));
            case CONTINUE -> unfinished(metrics, gauges, plan);
        };
    }

    private static Optional<String> failed(
            List<MetricJudgement> metrics, List<GaugeJudgement> gauges, boolean critical) {
        return Stream.concat(
                        metrics.stream()
                                .filter(it -> it.verdict() == Verdict.FAIL
                                        && (!critical || it.metric().critical()))
                                .map(JudgeSentences::worse),
                        gauges.stream()
                                .filter(it -> it.verdict() == Verdict.FAIL
                                        && (!critical || it.metric().critical()))
                                .map(JudgeSentences::worse))
                .findFirst();
    }

    private static String worse(GaugeJudgement judged) {
        boolean higher = judged.difference() > 0;
        double sign = higher ? 1 : -1;
        double near = sign * (higher ? judged.low() : judged.high());
        double far = sign * (higher ? judged.high() : judged.low());
        return judged.metric().name() + ": the canary is worse, " + (higher ? "higher" : "lower") + " by "
                + figure(Math.abs(judged.difference())) + " (" + figure(near) + " to " + figure(far) + ").";
    }

    private static String figure(double value) {
        return Words.number(value, Math.abs(value) < 1 ? 3 : 2);
    }

    private static String worse(MetricJudgement judged) {
        var total = judged.total();
        var ratio = judged.ratio();
        var counts = Words.count(total.canaryBad()) + " of " + Words.count(total.canary()) + " against "
                + Words.count(total.baselineBad()) + " of " + Words.count(total.baseline());
        return judged.metric().name() + ": the canary is worse, " + counts
                + (Double.isNaN(ratio.value())
                        ? "."
                        : ", " + number(ratio.value()) + " times as often (" + interval(ratio) + ").");
    }

    private static String ended(
            List<MetricJudgement> metrics, List<GaugeJudgement> gauges, int minutes, JudgePlan plan) {
        int all = metrics.size() + gauges.size();
        long open = metrics.stream().filter(it -> it.decidedAt() == 0).count()
                + gauges.stream().filter(it -> it.decidedAt() == 0).count();
        return open == 0 && minutes < plan.leastMinutes()
                ? "The plan ended after " + minutes + " of at least " + plan.leastMinutes() + " min. A person decides."
                : "The plan ended with " + open + " of " + all + (all == 1 ? " metric" : " metrics")
                        + " undecided. A person decides.";
    }

    private static String unfinished(List<MetricJudgement> metrics, List<GaugeJudgement> gauges, JudgePlan plan) {
        if (metrics.stream().allMatch(it -> it.total().all() == 0)
                && gauges.stream().allMatch(it -> it.metric().minutes().isEmpty())) {
            return "Nothing was counted yet.";
        }
        if (JudgeChanges.open(metrics, gauges).isEmpty()) {
            return "No worse than its margin allows on " + passed(metrics, gauges)
                    + "; nothing is promoted before minute " + plan.leastMinutes() + ".";
        }
        double minutes = JudgeChanges.minutesToPass(metrics);
        return Double.isNaN(minutes)
                ? "No harm seen; there are too few events to say when there will be enough evidence."
                : "No harm seen; enough evidence in about " + JudgeChanges.span(minutes) + " at this traffic.";
    }

    private static String passed(List<MetricJudgement> metrics, List<GaugeJudgement> gauges) {
        long passed = metrics.stream()
                        .filter(it -> it.verdict() == Verdict.PASS)
                        .count()
                + gauges.stream().filter(it -> it.verdict() == Verdict.PASS).count();
        return passed == 1 ? "the required metric" : "all " + passed + " required metrics";
    }

    private static String most(List<MetricJudgement> metrics, int minutes) {
        return metrics.isEmpty()
                ? Words.count(minutes) + " min"
                : Words.count(metrics.stream()
                                .mapToLong(it -> it.total().canary())
                                .max()
                                .orElse(0)) + " canary events";
    }

    private static String interval(Ratio ratio) {
        return Double.isInfinite(ratio.high())
                ? "at least " + number(ratio.low())
                : number(ratio.low()) + " to " + number(ratio.high());
    }

    private static String number(double value) {
        return Words.number(value, value < WHOLE_FROM ? 1 : 0);
    }
}
