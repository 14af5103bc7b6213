package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reduces a ReplicaSet that a Deployment or a Rollout owns to its row; others are none.
public final class ReplicaSetReader implements RowReader<ReplicaSetRow> {
    @Override
    public @Nullable ReplicaSetRow read(JsonNode set) throws UnreadableException {
        var owner = ObjectMeta.owner(set, "Deployment", "Rollout");
        if (owner == null) {
            return null;
        }
        var rollout = owner.path("kind").asText().equals("Rollout");
        var metadata = set.path("metadata");
        var labels = ObjectMeta.texts(metadata.path("labels"));
        var annotations = ObjectMeta.texts(metadata.path("annotations"));
        var template = PodTemplate.of(set.path("spec").path("template"));
        return new ReplicaSetRow(
                ObjectMeta.uid(set),
                Uids.of(owner.path("uid").asText()),
                labels.getOrDefault(rollout ? "rollouts-pod-template-hash" : "pod-template-hash", ""),
                number(annotations, rollout),
                template.image(),
                Images.digest(template.image()),
                Images.modelVersion(template.image(), template.labels(), template.annotations(), annotations),
                set.path("status").path("replicas").asInt(),
                set.path("status").path("readyReplicas").asInt(),
                ObjectMeta.time(metadata.path("creationTimestamp")));
    }

    private static long number(Map<String, String> annotations, boolean rollout) {
        var key = rollout ? "rollout.argoproj.io/revision" : "deployment.kubernetes.io/revision";
        try {
            return Long.parseLong(annotations.getOrDefault(key, "0"));
        } catch (NumberFormatException e) {
            return 0; // a person may write anything into an annotation
        }
    }
}
