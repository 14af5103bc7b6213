package jml.app.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jml.app.input.Input;
import jml.app.input.InputException;
import jml.core.judge.EventMetric;
import jml.core.judge.JudgePlan;
import jml.core.judge.Judgement;
import jml.core.judge.MetricJudgement;
import jml.core.judge.PairedCounts;
import jml.core.judge.Ratio;
import jml.core.judge.ReleaseJudge;
import jml.core.text.Words;

/// `console judge --method jml`: the console's own judge on a file of one-minute counts.
record JmlJudgement(Judgement judgement) implements Judged {
    /// A wider margin would promote anything.
    private static final int WIDEST = 100;

    private static final int SENTENCE = 500;
    private static final double LOG_10 = Math.log(10);

    static JmlJudgement of(Input file) throws InputException {
        file.object(Set.of("metrics", "alpha", "intervals"));
        var intervals = intervals(file.field("intervals"));
        var metrics = new ArrayList<EventMetric>();
        if (file.field("metrics").present()) {
            metrics.addAll(metrics(file, intervals));
        } else {
            intervals.forEach((name, counts) -> metrics.add(new EventMetric(name, true, margin(name), counts)));
        }
        return new JmlJudgement(ReleaseJudge.judge(plan(file.field("alpha")), metrics));
    }

    private static Map<String, List<PairedCounts>> intervals(Input place) throws InputException {
        var intervals = new LinkedHashMap<String, List<PairedCounts>>();
        for (var each : place.list()) {
            each.object(Set.of("metric", "n_c", "n_b", "x_c", "x_b"));
            intervals
                    .computeIfAbsent(each.field("metric").text(), _ -> new ArrayList<>())
                    .add(counts(each));
        }
        return intervals;
    }

    /// Those that are listed, with what was counted of each. A count of any other would be judged by nobody.
    private static List<EventMetric> metrics(Input file, Map<String, List<PairedCounts>> intervals)
            throws InputException {
        var metrics = new ArrayList<EventMetric>();
        var names = new HashSet<String>();
        for (var each : file.field("metrics").list()) {
            each.object(Set.of("name", "critical", "margin"));
            var name = each.field("name").text();
            if (!names.add(name)) {
                throw each.field("name").wrong(name + " is there twice");
            }
            metrics.add(metric(
                    each,
                    name,
                    each.field("critical").flag(true),
                    each.field("margin").number(margin(name)),
                    intervals.getOrDefault(name, List.of())));
        }
        for (var each : file.field("intervals").list()) {
            var name = each.field("metric").text();
            if (!names.contains(name)) {
                throw each.field("metric").wrong(name + " is not one of metrics");
            }
        }
        return metrics;
    }

    private static EventMetric metric(
            Input place, String name, boolean critical, double margin, List<PairedCounts> counts)
            throws InputException {
        if (!(margin > 1 && margin <= WIDEST)) {
            throw place.field("margin").wrong("must be above 1 and at most " + WIDEST);
        }
        return new EventMetric(name, critical, margin, counts);
    }

    private static double margin(String name) {
        var disagreement = name.toLowerCase(Locale.ROOT).contains("disagree");
        return disagreement ? EventMetric.DISAGREEMENT_MARGIN : EventMetric.MARGIN;
    }

    private static JudgePlan plan(Input alpha) throws InputException {
        double value = alpha.number(JudgePlan.DEFAULT.alpha());
        if (!(value > 0 && value < 1)) {
            throw alpha.wrong("must lie between 0 and 1");
        }
        return JudgePlan.DEFAULT.withAlpha(value).withLeastMinutes(0);
    }

    private static PairedCounts counts(Input each) throws InputException {
        long canary = each.field("n_c").count();
        long baseline = each.field("n_b").count();
        long canaryBad = each.field("x_c").count();
        long baselineBad = each.field("x_b").count();
        if (canaryBad > canary) {
            throw each.field("x_c").wrong("is " + canaryBad + " of n_c " + canary);
        }
        if (baselineBad > baseline) {
            throw each.field("x_b").wrong("is " + baselineBad + " of n_b " + baseline);
        }
        return new PairedCounts(canary, canaryBad, baseline, baselineBad);
    }

    @Override
    public Outcome outcome() {
        return switch (judgement.verdict()) {
            case PROMOTE -> Outcome.PROMOTE;
            case ROLLBACK -> Outcome.ROLLBACK;
            case CONTINUE, INCONCLUSIVE, INVALID -> Outcome.UNDECIDED;
        };
    }

    @Override
    public String text() {
        var lines =
                new StringBuilder(judgement.verdict() + ": " + Words.oneLine(judgement.sentence(), SENTENCE) + "\n\n");
        lines.append(String.format(
                Locale.ROOT,
                "%-24s %-9s %18s %18s %22s %8s%n",
                "metric",
                "verdict",
                "canary",
                "baseline",
                "ratio, 95% interval",
                "log10 E"));
        for (var each : judgement.metrics()) {
            var total = each.total();
            lines.append(String.format(
                    Locale.ROOT,
                    "%-24s %-9s %18s %18s %22s %8.2f%n",
                    Judged.shown(each.metric().name()),
                    each.verdict(),
                    total.canaryBad() + " of " + total.canary(),
                    total.baselineBad() + " of " + total.baseline(),
                    ratio(each.ratio()),
                    each.logWorse() / LOG_10));
        }
        return lines + "\nWhat would change it: " + judgement.change() + "\n" + Judgement.ASSUMPTIONS + "\n";
    }

    private static String ratio(Ratio ratio) {
        return number(ratio.value()) + " (" + number(ratio.low()) + " to " + number(ratio.high()) + ")";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Words.number(value, 2) : Words.NO_VALUE;
    }

    @Override
    public ObjectNode json() {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("verdict", judgement.verdict().name());
        root.put("sentence", judgement.sentence());
        var metrics = root.putArray("metrics");
        for (var each : judgement.metrics()) {
            metrics.add(json(each));
        }
        return root;
    }

    private static ObjectNode json(MetricJudgement each) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("name", each.metric().name());
        node.put("verdict", each.verdict().name());
        Judged.put(node, "log10E", each.logWorse() / LOG_10);
        Judged.put(node, "ratio", each.ratio().value());
        Judged.put(node, "lower", each.ratio().low());
        Judged.put(node, "upper", each.ratio().high());
        Judged.put(node, "dispersion", each.dispersion());
        if (each.decidedAt() == 0) {
            node.putNull("decidedAt");
        } else {
            node.put("decidedAt", each.decidedAt());
        }
        return node;
    }
}
