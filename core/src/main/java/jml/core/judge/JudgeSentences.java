package jml.core.judge;

import java.util.List;
import java.util.function.Predicate;
import jml.core.judge.MetricJudgement.Verdict;
import jml.core.text.Words;

/// Says a judgement in one sentence, with the numbers that prove it.
final class JudgeSentences {
    private static final double WHOLE_FROM = 10;

    private JudgeSentences() {}

    static String of(Judgement.Verdict verdict, List<MetricJudgement> metrics, SampleRatio split) {
        return switch (verdict) {
            case INVALID ->
                "The split is " + Words.percent(split.seen(), 1) + " and not " + Words.percent(split.asked(), 1)
                        + ": counts cannot be compared (sample ratio, p < " + SampleRatio.LINE + ").";
            case ROLLBACK ->
                worse(first(
                        metrics,
                        it -> it.verdict() == Verdict.FAIL && it.metric().critical()));
            case PROMOTE -> "No worse than its margin allows on " + passed(metrics) + " after " + most(metrics) + ".";
            case INCONCLUSIVE -> inconclusive(metrics);
            case CONTINUE -> unfinished(metrics);
        };
    }

    private static MetricJudgement first(List<MetricJudgement> metrics, Predicate<MetricJudgement> asked) {
        return metrics.stream().filter(asked).findFirst().orElseThrow();
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

    private static String inconclusive(List<MetricJudgement> metrics) {
        return metrics.stream()
                .filter(it -> it.verdict() == Verdict.FAIL)
                .findFirst()
                .map(it -> worse(it) + " A person decides.")
                .orElseGet(() -> "The plan ended with " + undecided(metrics) + " of " + metrics.size()
                        + (metrics.size() == 1 ? " metric" : " metrics") + " undecided. A person decides.");
    }

    private static String unfinished(List<MetricJudgement> metrics) {
        if (metrics.stream().allMatch(it -> it.total().all() == 0)) {
            return "Nothing was counted yet.";
        }
        double minutes = metrics.stream()
                .filter(it -> it.metric().critical())
                .mapToDouble(MetricJudgement::minutesToPass)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        return Double.isNaN(minutes)
                ? "No harm seen; there are too few events to say when there will be enough evidence."
                : "No harm seen; enough evidence in about " + Words.count((long) Math.ceil(minutes))
                        + " min at this traffic.";
    }

    private static long undecided(List<MetricJudgement> metrics) {
        return metrics.stream().filter(it -> it.decidedAt() == 0).count();
    }

    private static String passed(List<MetricJudgement> metrics) {
        long passed =
                metrics.stream().filter(it -> it.verdict() == Verdict.PASS).count();
        return passed == 1 ? "the required metric" : "all " + passed + " required metrics";
    }

    private static String most(List<MetricJudgement> metrics) {
        return Words.count(metrics.stream()
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
