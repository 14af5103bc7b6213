package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import jml.core.release.Rollout.Step;
import jml.core.release.Rollout.Step.Kind;

/// The plan of an Argo canary.
final class RolloutSteps {
    private RolloutSteps() {}

    static List<Step> of(JsonNode canary) {
        double all = canary.path("trafficRouting").path("maxTrafficWeight").asDouble(100);
        var steps = new ArrayList<Step>();
        for (var step : canary.path("steps")) {
            steps.add(step(step, all));
        }
        return steps;
    }

    private static Step step(JsonNode step, double all) {
        var name = step.properties().stream()
                .findFirst()
                .map(entry -> entry.getKey())
                .orElse("");
        return switch (name) {
            case "setWeight" -> new Step(Kind.SET_WEIGHT, step.path(name).asDouble() / all, null, name);
            case "pause" ->
                new Step(Kind.PAUSE, Double.NaN, GoDuration.of(step.path(name).path("duration")), name);
            case "analysis" -> new Step(Kind.ANALYSIS, Double.NaN, null, templates(step.path(name)));
            default -> new Step(Kind.OTHER, Double.NaN, null, name);
        };
    }

    private static String templates(JsonNode analysis) {
        var names = new ArrayList<String>();
        for (var template : analysis.path("templates")) {
            names.add(template.path("templateName").asText());
        }
        return names.isEmpty() ? "analysis" : String.join(", ", names);
    }
}
