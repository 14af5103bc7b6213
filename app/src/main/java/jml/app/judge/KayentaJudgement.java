package jml.app.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jml.app.input.Input;
import jml.app.input.InputException;
import jml.core.judge.kayenta.KayentaJudge;
import jml.core.judge.kayenta.KayentaMetric;
import jml.core.judge.kayenta.KayentaMetric.Direction;
import jml.core.judge.kayenta.KayentaMetric.EffectSize;
import jml.core.judge.kayenta.KayentaMetric.Missing;

/// `console judge --method kayenta`: Kayenta's judge on a file of its own terms.
record KayentaJudgement(KayentaJudge.Scored scored) implements Judged {
    private static final int HIGHEST = 100;
    private static final double LARGEST = 1e100;
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
        return new KayentaJudgement(KayentaJudge.judge(
                metrics, weights(file.field("groupWeights"), metrics), thresholds(file.field("thresholds")), rescaled));
    }

    private static KayentaJudge.Thresholds thresholds(Input place) throws InputException {
        place.object(Set.of("pass", "marginal"));
        double pass = score(place.field("pass"));
        double marginal = score(place.field("marginal"));
        if (pass < marginal) {
            throw place.field("pass").wrong("is below marginal");
        }
        return new KayentaJudge.Thresholds(pass, marginal);
    }

    private static double score(Input place) throws InputException {
        double value = place.number();
        if (!(value >= 0 && value <= HIGHEST)) {
            throw place.wrong("must lie between 0 and " + HIGHEST);
        }
        return value;
    }

    private static Map<String, Double> weights(Input place, List<KayentaMetric> metrics) throws InputException {
        var weights = new HashMap<String, Double>();
        if (place.present()) {
            for (var each : place.entries().entrySet()) {
                if (each.getValue().number() < 0) {
                    throw each.getValue().wrong("must be 0 or more");
                }
                if (metrics.stream().noneMatch(metric -> metric.group().equals(each.getKey()))) {
                    throw each.getValue().wrong("no metric has this group");
                }
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
        boolean cut = word(each.field("outliers"), "keep", "remove").equals("remove");
        return new KayentaMetric(
                each.field("name").text(),
                each.field("group").text(""),
                direction(word(each.field("direction"), "either", "increase", "decrease")),
                word(each.field("nanStrategy"), "remove", "replace").equals("replace")
                        ? Missing.REPLACE_WITH_ZERO
                        : Missing.REMOVE,
                each.field("critical").flag(false),
                each.field("mustHaveData").flag(false),
                cut ? each.field("outlierFactor").number(KayentaMetric.OUTLIER_FACTOR) : Double.NaN,
                effect(each.field("effectSize")),
                each.field("tolerance").number(KayentaMetric.TOLERANCE),
                confidence,
                values(each.field("control")),
                values(each.field("experiment")));
    }

    /// One of the words in small letters, the first when there is none. Kayenta itself takes what it does not know for
    /// the first; here a slip must not change a verdict.
    private static String word(Input place, String... known) throws InputException {
        var word = place.text(known[0]).toLowerCase(Locale.ROOT);
        if (!List.of(known).contains(word)) {
            throw place.wrong("must be one of " + String.join(", ", known));
        }
        return word;
    }

    // Sums of larger ones would not be finite, and nothing that is not a number may promote.
    private static double[] values(Input place) throws InputException {
        for (var each : place.list()) {
            if (Math.abs(each.number(0)) > LARGEST) {
                throw each.wrong("is too large a number");
            }
        }
        return place.numbers();
    }

    private static Direction direction(String word) {
        return switch (word) {
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
        var cles = word(place.field("measure"), "meanratio", "cles").equals("cles");
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
            case "Pass" -> Double.isFinite(scored.score()) ? Outcome.PROMOTE : Outcome.UNDECIDED;
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
                    Judged.shown(each.name()),
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
