package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import jml.connectors.kubernetes.act.WorkloadState.Template;

/// What brings an earlier pod template back, as `kubectl rollout undo` and Argo's plugin do it: the template without
/// the label its ReplicaSet was found by and, for a Deployment, the annotations it had then.
final class Undo {
    private static final Set<String> HASHES = Set.of("pod-template-hash", "rollouts-pod-template-hash");
    // These belong to the Deployment of today, whatever its template.
    private static final Set<String> KEPT = Set.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            Marks.DEPLOYMENT_REVISION,
            "deployment.kubernetes.io/revision-history",
            "deployment.kubernetes.io/desired-replicas",
            "deployment.kubernetes.io/max-replicas",
            "deprecated.deployment.rollback.to");

    private Undo() {}

    static JsonNode template(Template target) {
        var template = (ObjectNode) target.set().path("spec").path("template").deepCopy();
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(HASHES);
        }
        return template;
    }

    static ObjectNode annotations(JsonNode deployment, Template target, String act) {
        var annotations = JsonNodeFactory.instance.objectNode();
        for (var then : target.set().path("metadata").path("annotations").properties()) {
            if (!KEPT.contains(then.getKey())) {
                annotations.set(then.getKey(), then.getValue());
            }
        }
        for (var now : deployment.path("metadata").path("annotations").properties()) {
            if (KEPT.contains(now.getKey())) {
                annotations.set(now.getKey(), now.getValue());
            }
        }
        return annotations.put(Marks.ACT, act);
    }
}
