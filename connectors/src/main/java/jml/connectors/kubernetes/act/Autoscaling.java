package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.source.SourceException;

/// The HorizontalPodAutoscaler that decides a workload's replicas, if there is one.
final class Autoscaling {
    private final ClusterCalls calls;

    Autoscaling(ClusterCalls calls) {
        this.calls = calls;
    }

    Check check(WorkloadAct act, WorkloadState state) throws SourceException, InterruptedException {
        var scaling = act.verb() instanceof Verb.Scale;
        var path = "apis/autoscaling/v2/namespaces/" + state.site().namespace() + "/horizontalpodautoscalers";
        var answer = calls.look(path, Map.of());
        var pods = state.ready(state.stable()) + " of " + state.replicas() + " pods of " + state.word(state.stable())
                + " are ready";
        if (!answer.success()) {
            var unread = "whether an HPA sets the replicas is unknown: " + answer.words();
            return scaling
                    ? Check.unanswered(Subject.CAPACITY, unread)
                    : Check.toKnow(Subject.CAPACITY, pods + "; " + unread, List.of());
        }
        var autoscaler = of(answer.body(), state);
        if (autoscaler.isEmpty()) {
            return Check.ready(Subject.CAPACITY, "no HPA; " + pods);
        }
        return bounds(autoscaler.get(), scaling, pods);
    }

    private static Check bounds(JsonNode autoscaler, boolean scaling, String pods) {
        var name = autoscaler.path("metadata").path("name").asText();
        var spec = autoscaler.path("spec");
        var bounds = "HPA " + name + ", " + spec.path("minReplicas").asInt(1) + " to "
                + spec.path("maxReplicas").asInt();
        if (scaling) {
            return Check.stops(
                    Subject.CAPACITY,
                    bounds + ", owns the replicas and would undo this",
                    List.of("Change minReplicas or maxReplicas of HPA " + name + " instead"));
        }
        for (var condition : autoscaler.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("ScalingActive")
                    && condition.path("status").asText().equals("False")) {
                return Check.toKnow(
                        Subject.CAPACITY,
                        bounds + ", cannot scale: " + condition.path("message").asText() + "; " + pods,
                        List.of());
            }
        }
        return Check.ready(Subject.CAPACITY, bounds + "; " + pods);
    }

    private static Optional<JsonNode> of(JsonNode list, WorkloadState state) {
        for (var item : list.path("items")) {
            var target = item.path("spec").path("scaleTargetRef");
            if (target.path("kind").asText().equals(state.isRollout() ? "Rollout" : "Deployment")
                    && target.path("name").asText().equals(state.site().name())) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
