package jml.app.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jml.core.judge.kayenta.KayentaJudge;
import jml.core.judge.kayenta.KayentaMetric;
import jml.core.judge.kayenta.KayentaMetric.Direction;
import jml.core.judge.kayenta.KayentaMetric.EffectSize;
import jml.core.judge.kayenta.KayentaMetric.Missing;

/// `console judge --method kayenta`: Kayenta's judge on a file of its own terms.
record KayentaJudgement(KayentaJudge.Scored scored) implements Judged {
    private static final Set<String> METRIC = Set.of(
            "name",
            "group",
            "direction",
            "nanStrategy",
            "critical",
            "mustHaveData",
            "outliers",
            "outlierFactor",
            "effectSize",
            "tolerance",
            "confidence",
            "control",
            "experiment");
    private static final Set<String> EFFECT =
            Set.of("measure", "allowedIncrease", "allowedDecrease", "criticalIncrease", "criticalDecrease");

    /// @param rescaled true mends the solver's absolute tolerance
    static KayentaJudgement of(Input file, boolean rescaled) throws InputException {
        file.object(Set.of("metrics", "groupWeights", "thresholds"));
        var metrics = new ArrayList<KayentaMetric>();
        for (var each : file.field("metrics").list()) {
            metrics.add(metric(each));
        }
        var thresholds = file.field("thresholds").object(Set.of("pass", "marginal"));
        return new KayentaJudgement(KayentaJudge.judge(
                metrics,
                weights(file.field("groupWeights")),
                new KayentaJudge.Thresholds(
                        thresholds.field("pass").number(),
                        thresholds.field("marginal").number()),
                rescaled));
    }

    private static Map<String, Double> weights(Input place) throws InputException {
        var weights = new HashMap<String, Double>();
        if (place.present()) {
            for (var each : place.entries().entrySet()) {
                weights.put(each.getKey(), each.getValue().number());
            }
        }
        return weights;
    }

    private static KayentaMetric metric(Input each) throws InputException {
        each.object(METRIC);
        double confidence = each.field("confidence").number(KayentaMetric.CONFIDENCE);
        if (!(confidence > 0 && confidence < 1)) {
            throw each.field("confidence").wrong("must lie between 0 and 1");
        }
        var outliers = each.field("outliers").text("keep");
        return new KayentaMetric(
                each.field("name").text(),
                each.field("group").text(""),
                direction(each.field("direction").text("either")),
                each.field("nanStrategy").text("remove").equalsIgnoreCase("replace")
                        ? Missing.REPLACE_WITH_ZERO
                        : Missing.REMOVE,
                each.field("critical").flag(false),
                each.field("mustHaveData").flag(false),
                outliers.equalsIgnoreCase("remove")
                        ? each.field("outlierFactor").number(KayentaMetric.OUTLIER_FACTOR)
                        : Double.NaN,
                effect(each.field("effectSize")),
                each.field("tolerance").number(KayentaMetric.TOLERANCE),
                confidence,
                each.field("control").numbers(),
                each.field("experiment").numbers());
    }

    // Kayenta takes what it does not know for "either".
    private static Direction direction(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "increase" -> Direction.INCREASE;
            case "decrease" -> Direction.DECREASE;
            default -> Direction.EITHER;
        };
    }

    private static EffectSize effect(Input place) throws InputException {
        if (!place.present()) {
            return EffectSize.MEAN_RATIO;
        }
        place.object(EFFECT);
        var cles = place.field("measure").text("meanRatio").equalsIgnoreCase("cles");
        var usual = cles ? EffectSize.CLES : EffectSize.MEAN_RATIO;
        return new EffectSize(
                cles,
                place.field("allowedIncrease").number(usual.allowedIncrease()),
                place.field("allowedDecrease").number(usual.allowedDecrease()),
                place.field("criticalIncrease").number(usual.criticalIncrease()),
                place.field("criticalDecrease").number(usual.criticalDecrease()));
    }

    @Override
    public Outcome outcome() {
        return switch (scored.classification()) {
            case "Pass" -> Outcome.PROMOTE;
            case "Fail" -> Outcome.ROLLBACK;
            default -> Outcome.UNDECIDED;
        };
    }

    @Override
    public String text() {
        var lines = new StringBuilder(
                String.format(Locale.ROOT, "%s: score %.2f%s%n%n", scored.classification(), scored.score(), reason()));
        for (var each : scored.metrics()) {
            lines.append(String.format(
                    Locale.ROOT,
                    "%-24s %-18s mean ratio %.4f, shift %.4g to %.4g%n",
                    each.name(),
                    each.classification().word(),
                    each.deviation(),
                    each.lower(),
                    each.upper()));
        }
        return lines.toString();
    }

    private String reason() {
        return scored.reason().isEmpty() ? "" : " (" + scored.reason() + ")";
    }

    @Override
    public ObjectNode json() {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("score", scored.score());
        root.put("classification", scored.classification());
        var groups = root.putArray("groups");
        for (var each : scored.groups()) {
            groups.addObject()
                    .put("name", each.name())
                    .put("score", each.score())
                    .put("noData", each.noData());
        }
        var metrics = root.putArray("metrics");
        for (var each : scored.metrics()) {
            var node = metrics.addObject();
            node.put("name", each.name());
            node.put("classification", each.classification().word());
            Judged.put(node, "deviation", each.deviation());
            Judged.put(node, "lower", each.lower());
            Judged.put(node, "upper", each.upper());
            node.put("critical", each.critical());
        }
        return root;
    }
}
