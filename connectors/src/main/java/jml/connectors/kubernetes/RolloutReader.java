package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import jml.core.release.Rollout;
import jml.core.release.Rollout.Analysis;
import jml.core.release.Workload.Kind;
import org.jspecify.annotations.Nullable;

/// Reduces a Rollout of Argo (argoproj.io/v1alpha1) to its row.
public final class RolloutReader implements RowReader<WorkloadRow> {
    private static final List<String> ANALYSES = List.of(
            "/canary/currentStepAnalysisRunStatus",
            "/canary/currentBackgroundAnalysisRunStatus",
            "/blueGreen/prePromotionAnalysisRunStatus",
            "/blueGreen/postPromotionAnalysisRunStatus");

    @Override
    public WorkloadRow read(JsonNode rollout) throws UnreadableException {
        var spec = rollout.path("spec");
        var status = rollout.path("status");
        var reference = spec.path("workloadRef");
        return new WorkloadRow(
                Kind.ROLLOUT,
                ObjectMeta.of(rollout),
                spec.has("template") ? PodTemplate.of(spec.path("template")) : PodTemplate.EMPTY,
                reference.path("kind").asText().equals("Deployment")
                        ? reference.path("name").asText("")
                        : "",
                DeploymentReader.desired(rollout),
                status.path("replicas").asInt(),
                status.path("readyReplicas").asInt(),
                status.path("stableRS").asText(""),
                status.path("currentPodHash").asText(""),
                progress(rollout),
                analyses(status).stream().map(Analysis::name).toList());
    }

    /// How far a release is; null when the controller has not said anything yet.
    public static @Nullable Rollout progress(JsonNode rollout) {
        var status = rollout.path("status");
        if (status.isEmpty()) {
            return null;
        }
        var steps = RolloutSteps.of(rollout.path("spec").path("strategy").path("canary"));
        var phase = RolloutPhase.of(rollout);
        return new Rollout(
                phase.phase(),
                phase.message(),
                steps,
                Math.min(status.path("currentStepIndex").asInt(steps.size()), steps.size()),
                weight(rollout),
                phase.pause(),
                phase.since(),
                status.path("abort").asBoolean(),
                phase.current(),
                analyses(status));
    }

    // Without a traffic router pods are the only split there is.
    private static double weight(JsonNode rollout) {
        var status = rollout.path("status");
        var routed = status.path("canary").path("weights").path("canary").path("weight");
        if (routed.isNumber()) {
            double all = rollout.path("spec")
                    .path("strategy")
                    .path("canary")
                    .path("trafficRouting")
                    .path("maxTrafficWeight")
                    .asDouble(100);
            return routed.asDouble() / all;
        }
        var stable = status.path("stableRS").asText("");
        var current = status.path("currentPodHash").asText("");
        if (rollout.path("spec").path("strategy").has("blueGreen")) {
            var active = status.path("blueGreen").path("activeSelector").asText("");
            return active.isEmpty() ? Double.NaN : active.equals(current) ? 1 : 0;
        }
        if (!stable.isEmpty() && stable.equals(current)) {
            return 1;
        }
        double replicas = status.path("replicas").asInt();
        return replicas == 0 ? Double.NaN : status.path("updatedReplicas").asInt() / replicas;
    }

    private static List<Analysis> analyses(JsonNode status) {
        var analyses = new ArrayList<Analysis>();
        for (var place : ANALYSES) {
            var run = status.at(place);
            if (!run.path("name").asText("").isEmpty()) {
                analyses.add(new Analysis(
                        run.path("name").asText(),
                        run.path("status").asText(""),
                        run.path("message").asText(""),
                        0,
                        0,
                        0));
            }
        }
        return analyses;
    }
}
