package jml.core.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jml.core.judge.MetricJudgement.Verdict;
import jml.core.text.Words;

/// Says what would change a verdict, of a release and of each of its metrics.
public final class JudgeChanges {
    private JudgeChanges() {}

    static String of(
            Judgement.Verdict verdict,
            List<MetricJudgement> metrics,
            List<GaugeJudgement> gauges,
            JudgePlan plan,
            int minutes) {
        return switch (verdict) {
            case INVALID -> "Routing that splits as asked; then the counting begins anew.";
            case ROLLBACK ->
                "Nothing that is still counted: a guardrail that failed stays failed. A new version is judged anew.";
            case PROMOTE -> "A guardrail that fails later makes it ROLLBACK.";
            case INCONCLUSIVE -> "A person's decision; a guardrail that fails later makes it ROLLBACK.";
            case CONTINUE -> unfinished(metrics, gauges, plan, minutes);
        };
    }

    private static String unfinished(
            List<MetricJudgement> metrics, List<GaugeJudgement> gauges, JudgePlan plan, int minutes) {
        var open = open(metrics, gauges);
        var words = open.isEmpty() ? "PROMOTE" : "PROMOTE when " + String.join(", ", open) + " passed";
        double least = Math.max(0, plan.leastMinutes() - minutes);
        double pass = minutesToPass(metrics);
        if (open.isEmpty() || (gauges.isEmpty() && Double.isFinite(pass))) {
            double wait = open.isEmpty() ? least : Math.max(least, pass);
            words += ", in about " + span(wait) + (open.isEmpty() ? "" : " if it is as good as the baseline");
        }
        double fail = metrics.stream()
                .filter(it -> it.metric().critical())
                .mapToDouble(MetricJudgement::minutesToFail)
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
        return words + ". ROLLBACK when a guardrail fails"
                + (Double.isNaN(fail) ? "." : ", in about " + span(fail) + " if it is twice as bad.");
    }

    /// Names of the required metrics that have not passed, in their order.
    static List<String> open(List<MetricJudgement> metrics, List<GaugeJudgement> gauges) {
        boolean none = metrics.stream().noneMatch(it -> it.metric().critical())
                && gauges.stream().noneMatch(it -> it.metric().critical());
        var open = new ArrayList<String>();
        metrics.stream()
                .filter(it -> (none || it.metric().critical()) && it.verdict() != Verdict.PASS)
                .forEach(it -> open.add(it.metric().name()));
        gauges.stream()
                .filter(it -> (none || it.metric().critical()) && it.verdict() != Verdict.PASS)
                .forEach(it -> open.add(it.metric().name()));
        return open;
    }

    /// Minutes until every guardrail is expected to have passed; NaN when that is decided or unknown.
    static double minutesToPass(List<MetricJudgement> metrics) {
        return metrics.stream()
                .filter(it -> it.metric().critical())
                .mapToDouble(MetricJudgement::minutesToPass)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /// What would change the verdict on one event metric: "PASS in about 34 min if …".
    public static String of(MetricJudgement judged, JudgePlan plan) {
        return switch (judged.verdict()) {
            case FAIL -> "Nothing: what failed stays failed.";
            case PASS ->
                "Evidence of harm: E is " + power(judged.logWorse()) + ", it fails at " + power(judged.worseLine())
                        + ".";
            case TOO_FEW ->
                "Bad events: there are " + judged.total().bad() + ", nothing is said below " + plan.leastEvents() + ".";
            case CONTINUE -> judged.logWorse() >= judged.worseLine() ? held(judged, plan) : expected(judged);
        };
    }

    // The evidence is over its line, and yet it is no FAIL.
    private static String held(MetricJudgement judged, JudgePlan plan) {
        return judged.beyondBursts()
                ? "A greater difference: " + Words.number(judged.ratio().value(), 2) + " times as often is certain, "
                        + Words.number(judged.metric().leastHarm(plan), 2) + " times is harm."
                : "More minutes: so far one burst of bad events could have made the difference.";
    }

    private static String expected(MetricJudgement judged) {
        var pass = minutes("PASS", judged.minutesToPass(), "as good as the baseline");
        var fail = minutes("FAIL", judged.minutesToFail(), "twice as bad");
        return pass.isEmpty() && fail.isEmpty() ? "More events." : (pass + " " + fail).strip();
    }

    /// Minutes as a person reads them: hours once there are many.
    static String span(double minutes) {
        return Words.age(Duration.ofMinutes((long) Math.ceil(minutes)));
    }

    private static String minutes(String verdict, double minutes, String when) {
        return Double.isFinite(minutes) ? verdict + " in about " + span(minutes) + " if it is " + when + "." : "";
    }

    private static String power(double logarithm) {
        double ten = logarithm / Math.log(10);
        return ten < 3 ? Words.number(Math.exp(logarithm), ten < 0 ? 2 : 0) : "10^" + Words.number(ten, 1);
    }
}
