package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import jml.core.release.Rollout;
import jml.core.release.Rollout.PauseReason;
import jml.core.release.Rollout.Phase;
import jml.core.release.Workload.Kind;
import org.jspecify.annotations.Nullable;

/// Reduces a Deployment to its row. How far it is is judged in the order of `kubectl rollout status`.
public final class DeploymentReader implements RowReader<WorkloadRow> {
    private record Progress(Phase phase, String message, boolean current) {
        Progress(Phase phase, String message) {
            this(phase, message, true);
        }
    }

    @Override
    public WorkloadRow read(JsonNode deployment) throws UnreadableException {
        var status = deployment.path("status");
        return new WorkloadRow(
                Kind.DEPLOYMENT,
                ObjectMeta.of(deployment),
                PodTemplate.of(deployment.path("spec").path("template")),
                "",
                desired(deployment),
                status.path("replicas").asInt(),
                status.path("readyReplicas").asInt(),
                "",
                "",
                rollout(deployment),
                List.of());
    }

    static int desired(JsonNode workload) {
        return workload.path("spec").path("replicas").asInt(1);
    }

    /// How far a change is; null when the controller has not said anything yet.
    public static @Nullable Rollout rollout(JsonNode deployment) {
        var status = deployment.path("status");
        if (status.isEmpty()) {
            return null;
        }
        var progress = progress(deployment);
        var paused = deployment.path("spec").path("paused").asBoolean();
        var condition = condition(status, "Progressing");
        return new Rollout(
                progress.phase(),
                progress.message(),
                List.of(),
                0,
                Double.NaN,
                paused ? PauseReason.PERSON : null,
                ObjectMeta.time(
                        condition.path(progress.phase() == Phase.HEALTHY ? "lastUpdateTime" : "lastTransitionTime")),
                false,
                progress.current(),
                List.of());
    }

    private static Progress progress(JsonNode deployment) {
        var status = deployment.path("status");
        int desired = desired(deployment);
        int updated = status.path("updatedReplicas").asInt();
        int total = status.path("replicas").asInt();
        int available = status.path("availableReplicas").asInt();
        if (deployment.path("metadata").path("generation").asLong()
                > status.path("observedGeneration").asLong()) {
            return new Progress(Phase.PROGRESSING, "waiting for the change to be observed", false);
        }
        var condition = condition(status, "Progressing");
        if (condition.path("reason").asText().equals("ProgressDeadlineExceeded")) {
            return new Progress(Phase.DEGRADED, condition.path("message").asText("exceeded its progress deadline"));
        }
        var done = updated >= desired && total <= updated && available >= updated;
        if (deployment.path("spec").path("paused").asBoolean() && !done) {
            return new Progress(Phase.PAUSED, "paused with " + updated + " of " + desired + " replicas updated");
        }
        if (updated < desired) {
            return new Progress(Phase.PROGRESSING, updated + " of " + desired + " new replicas have been updated");
        }
        if (total > updated) {
            return new Progress(Phase.PROGRESSING, (total - updated) + " old replicas are pending termination");
        }
        if (available < updated) {
            return new Progress(Phase.PROGRESSING, available + " of " + updated + " updated replicas are available");
        }
        return new Progress(Phase.HEALTHY, "");
    }

    static JsonNode condition(JsonNode status, String type) {
        for (var condition : status.path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return MissingNode.getInstance();
    }
}
