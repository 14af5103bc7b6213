package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import jml.core.release.Rollout.PauseReason;
import jml.core.release.Rollout.Phase;
import org.jspecify.annotations.Nullable;

/// Where an Argo Rollout stands, judged in the order of its own command line: a status that is about an older
/// change says nothing about this one.
///
/// @param current false while the controller has not seen the latest change
record RolloutPhase(
        Phase phase,
        String message,
        @Nullable PauseReason pause,
        @Nullable Instant since,
        boolean current) {
    private static final Map<String, Phase> PHASES = Map.of(
            "Healthy", Phase.HEALTHY,
            "Progressing", Phase.PROGRESSING,
            "Paused", Phase.PAUSED,
            "Degraded", Phase.DEGRADED);

    static RolloutPhase of(JsonNode rollout) {
        var status = rollout.path("status");
        var conditions = status.path("pauseConditions");
        if (!observed(
                rollout.path("metadata").path("generation"),
                status.path("observedGeneration").asText(""))) {
            return waiting("waiting for the change to be observed");
        }
        if (status.path("controllerPause").asBoolean() && conditions.isEmpty()) {
            return waiting("waiting for the rollout to unpause");
        }
        var reference = rollout.path("metadata").path("annotations").path("rollout.argoproj.io/workload-generation");
        if (rollout.path("spec").has("workloadRef")
                && !observed(
                        reference, status.path("workloadObservedGeneration").asText(""))) {
            return waiting("waiting for the change of the workload to be observed");
        }
        var word = status.path("phase").asText("");
        return new RolloutPhase(
                PHASES.getOrDefault(word, Phase.UNKNOWN),
                message(word, status),
                pause(rollout, conditions),
                since(status, conditions),
                true);
    }

    private static RolloutPhase waiting(String message) {
        return new RolloutPhase(Phase.PROGRESSING, message, null, null, false);
    }

    // Controllers before 1.0 wrote a hash here, which says nothing.
    private static boolean observed(JsonNode generation, String observed) {
        try {
            return generation.isMissingNode() || Long.parseLong(observed) >= generation.asLong();
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static String message(String word, JsonNode status) {
        var message = status.path("message").asText("");
        return PHASES.containsKey(word) || word.isEmpty() ? message : (word + ": " + message).strip();
    }

    private static @Nullable PauseReason pause(JsonNode rollout, JsonNode conditions) {
        for (var condition : conditions) {
            // Several may hold at once; what needs a person's judgement comes first.
            if (condition.path("reason").asText().startsWith("Inconclusive")) {
                return PauseReason.INCONCLUSIVE;
            }
        }
        if (rollout.path("spec").path("paused").asBoolean()) {
            return PauseReason.PERSON;
        }
        return conditions.isEmpty() ? null : PauseReason.STEP;
    }

    private static @Nullable Instant since(JsonNode status, JsonNode conditions) {
        if (!conditions.isEmpty()) {
            return ObjectMeta.time(conditions.path(0).path("startTime"));
        }
        if (status.path("abort").asBoolean()) {
            return ObjectMeta.time(status.path("abortedAt"));
        }
        var type = status.path("phase").asText().equals("Healthy") ? "Healthy" : "Progressing";
        return ObjectMeta.time(DeploymentReader.condition(status, type).path("lastTransitionTime"));
    }
}
