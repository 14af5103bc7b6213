package jml.app.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import jml.app.input.Input;
import jml.app.input.InputException;
import jml.core.judge.argo.ArgoAnalysis;
import jml.core.judge.argo.ArgoMetric;
import jml.core.judge.argo.Condition;
import jml.core.judge.argo.ConditionException;
import jml.core.judge.argo.Measurement;
import org.jspecify.annotations.Nullable;

/// `console judge --method argo`: an Argo Rollouts analysis run on a file of its own terms and its measurements.
record ArgoJudgement(ArgoAnalysis.Run run) implements Judged {
    private static final Set<String> METRIC = Set.of(
            "name",
            "interval",
            "count",
            "successCondition",
            "failureCondition",
            "failureLimit",
            "inconclusiveLimit",
            "consecutiveErrorLimit",
            "consecutiveSuccessLimit",
            "measurements");

    static ArgoJudgement of(Input file) throws InputException {
        file.object(Set.of("metrics", "dryRun", "terminate"));
        var dryRuns = dryRuns(file.field("dryRun"));
        var all = new ArrayList<ArgoAnalysis.Series>();
        for (var each : file.field("metrics").list()) {
            each.object(METRIC);
            var measurements = new ArrayList<Measurement>();
            for (var measured : each.field("measurements").list()) {
                measurements.add(measurement(measured));
            }
            all.add(new ArgoAnalysis.Series(metric(each, dryRuns), measurements));
        }
        return new ArgoJudgement(ArgoAnalysis.run(all, file.field("terminate").flag(false)));
    }

    private static List<Pattern> dryRuns(Input place) throws InputException {
        var patterns = new ArrayList<Pattern>();
        if (place.present()) {
            for (var each : place.list()) {
                var name = each.object(Set.of("metricName")).field("metricName");
                try {
                    patterns.add(Pattern.compile(name.text()));
                } catch (PatternSyntaxException broken) {
                    throw name.wrong("is no pattern: " + broken.getDescription());
                }
            }
        }
        return patterns;
    }

    private static ArgoMetric metric(Input each, List<Pattern> dryRuns) throws InputException {
        var name = each.field("name").text();
        var interval = each.field("interval").present() ? GoDuration.of(each.field("interval")) : null;
        int count = each.field("count").whole(0);
        if (count > 1 && interval == null) {
            throw each.field("interval").wrong("is missing: count is " + count);
        }
        var limits = new ArgoMetric.Limits(
                each.field("failureLimit").whole(ArgoMetric.Limits.DEFAULT.failures(), -1),
                each.field("inconclusiveLimit").whole(ArgoMetric.Limits.DEFAULT.inconclusives()),
                each.field("consecutiveErrorLimit").whole(ArgoMetric.Limits.DEFAULT.consecutiveErrors()),
                each.field("consecutiveSuccessLimit").whole(ArgoMetric.Limits.DEFAULT.consecutiveSuccesses()));
        return new ArgoMetric(
                name,
                condition(each.field("successCondition")),
                condition(each.field("failureCondition")),
                limits,
                count,
                interval,
                dryRuns.stream().anyMatch(it -> it.matcher(name).find()));
    }

    private static @Nullable Condition condition(Input place) throws InputException {
        if (!place.present()) {
            return null;
        }
        try {
            return Condition.of(place.text());
        } catch (ConditionException wrong) {
            throw place.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private static Measurement measurement(Input place) throws InputException {
        var node = place.node();
        if (node.isObject() && node.has("error") && node.size() == 1) {
            return new Measurement.Failure(place.field("error").text());
        }
        return new Measurement.Value(value(node));
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER -> node.doubleValue();
            case BOOLEAN -> node.booleanValue();
            case STRING -> text(node.textValue());
            case ARRAY -> {
                var all = new ArrayList<@Nullable Object>();
                node.forEach(each -> all.add(value(each)));
                yield all;
            }
            case OBJECT -> {
                var all = new LinkedHashMap<String, @Nullable Object>();
                node.fieldNames().forEachRemaining(name -> all.put(name, value(node.path(name))));
                yield all;
            }
            default -> null;
        };
    }

    // What JSON has no number for, as Prometheus writes it.
    private static Object text(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> text;
        };
    }

    @Override
    public Outcome outcome() {
        return switch (run.phase()) {
            case SUCCESSFUL -> Outcome.PROMOTE;
            case FAILED, ERROR -> Outcome.ROLLBACK;
            case INCONCLUSIVE, RUNNING, PENDING -> Outcome.UNDECIDED;
        };
    }

    @Override
    public String text() {
        var lines =
                new StringBuilder(run.phase().word() + " after " + run.after().toSeconds() + " s\n\n");
        for (var each : run.metrics()) {
            lines.append(String.format(
                    Locale.ROOT,
                    "%-24s %-13s%s %s%n",
                    Judged.shown(each.name()),
                    each.phase().word(),
                    each.dryRun() ? " (dry run)" : "",
                    Judged.shown(each.message())));
        }
        return lines.toString();
    }

    @Override
    public ObjectNode json() {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("phase", run.phase().word());
        root.put("afterSeconds", run.after().toSeconds());
        var metrics = root.putArray("metrics");
        for (var each : run.metrics()) {
            metrics.addObject()
                    .put("name", each.name())
                    .put("phase", each.phase().word())
                    .put("message", each.message())
                    .put("dryRun", each.dryRun())
                    .put("count", each.count())
                    .put("successful", each.tally().successful())
                    .put("failed", each.tally().failed())
                    .put("inconclusive", each.tally().inconclusive())
                    .put("error", each.tally().errors())
                    .put("afterSeconds", each.after().toSeconds());
        }
        return root;
    }
}
