package jml.gameday;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import jml.core.alert.Alert;
import jml.core.alert.Alert.Severity;
import jml.core.alert.Silence;
import jml.core.metric.Sli;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.traffic.Measures;
import jml.gameday.traffic.Reading;
import org.jspecify.annotations.Nullable;

/// The alerting rules of the simulated fleet. They read the same figures as everybody else, so an alert ends when the
/// cure works.
final class SimulatedAlerts {
    /// One rule.
    ///
    /// @param holdSeconds how long the condition has to hold before the alert fires
    /// @param runbook its page, by name
    record Rule(
            String name,
            Severity severity,
            int holdSeconds,
            String runbook,
            BiPredicate<SimulatedModel, Reading> condition) {}

    static final List<Rule> RULES = List.of(
            new Rule("FidelityBurnFast", Severity.PAGE, 120, "model-regression", SimulatedAlerts::disagrees),
            new Rule("ErrorsBurnFast", Severity.PAGE, 120, "errors", SimulatedAlerts::fails),
            new Rule(
                    "LatencyNearLimit",
                    Severity.TICKET,
                    300,
                    "latency",
                    (model, reading) -> reading.all().value(Sli.LATENCY_P95)
                            > 0.85 * model.lines().p95Seconds()),
            new Rule(
                    "DriftHigh",
                    Severity.TICKET,
                    600,
                    "drift",
                    (model, reading) -> reading.all().value(Sli.DRIFT) > 0.25),
            new Rule(
                    "CostOverBudget",
                    Severity.TICKET,
                    60,
                    "cost",
                    (model, reading) ->
                            reading.all().value(Sli.COST) > model.lines().costPerHour()));

    private SimulatedAlerts() {}

    private static boolean disagrees(SimulatedModel model, Reading reading) {
        return below(
                        reading.all(),
                        Sli.FIDELITY,
                        model.lines().fidelity(),
                        model.lines().minCompared())
                || below(
                        reading.canary(),
                        Sli.FIDELITY,
                        model.lines().fidelity(),
                        model.lines().minCompared());
    }

    private static boolean fails(SimulatedModel model, Reading reading) {
        return below(reading.all(), Sli.SUCCESS, model.lines().success(), 1000)
                || below(reading.canary(), Sli.SUCCESS, model.lines().success(), 1000);
    }

    private static boolean below(@Nullable Measures measures, Sli sli, double line, long minSamples) {
        return measures != null && measures.samples(sli) >= minSamples && measures.value(sli) < line;
    }

    /// The alert of a rule that fires.
    ///
    /// @param silences those in force
    static Alert alert(Rule rule, SimulatedModel model, Instant startsAt, List<Silence> silences) {
        var labels = labels(rule, model);
        return new Alert(
                "sim-" + rule.name() + "-" + model.name(),
                FactsOfModel.SOURCE,
                rule.name(),
                rule.severity(),
                startsAt,
                labels,
                Map.of("summary", summary(rule, model), "runbook_url", "jml://runbook/" + rule.runbook()),
                silences.stream()
                        .filter(it -> it.covers(labels))
                        .map(Silence::id)
                        .toList(),
                List.of(),
                List.of());
    }

    private static Map<String, String> labels(Rule rule, SimulatedModel model) {
        return Map.of(
                "alertname", rule.name(),
                "model", model.names().metricLabel(),
                "namespace", model.names().namespace(),
                "owner", model.owner(),
                "severity", rule.severity() == Severity.PAGE ? "page" : "ticket");
    }

    private static String summary(Rule rule, SimulatedModel model) {
        return model.name()
                + switch (rule.name()) {
                    case "FidelityBurnFast" -> " agrees with its reference less often than its objective allows";
                    case "ErrorsBurnFast" -> " fails more requests than its objective allows";
                    case "LatencyNearLimit" -> " answers slowly, near its limit";
                    case "DriftHigh" -> " gets other inputs than it was trained on";
                    default -> " costs more than its budget";
                };
    }
}
