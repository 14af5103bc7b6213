package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jml.connectors.kubernetes.ReplicaSetReader;
import jml.connectors.kubernetes.UnreadableException;
import jml.connectors.kubernetes.act.WorkloadState.Template;
import jml.core.act.WorkloadAct.Target;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;

/// Reads a workload with what it owns, anew each time.
final class StateReader {
    private final ClusterCalls calls;
    private final ReplicaSetReader sets = new ReplicaSetReader();

    StateReader(ClusterCalls calls) {
        this.calls = calls;
    }

    WorkloadState read(Target target) throws SourceException, InterruptedException {
        var site = Site.of(target);
        var object = calls.read(site.path(), Map.of());
        var reference = object.path("spec").path("workloadRef");
        var deployment = reference.path("kind").asText().equals("Deployment")
                ? calls.read(
                        Site.deployment(
                                        target.namespace(),
                                        reference.path("name").asText())
                                .path(),
                        Map.of())
                : null;
        var selector = object.path("spec").path("selector").path("matchLabels");
        if (selector.isEmpty() && deployment != null) {
            selector = deployment.path("spec").path("selector").path("matchLabels");
        }
        var path = "apis/apps/v1/namespaces/" + target.namespace() + "/replicasets";
        var answer = calls.look(path, selector.isEmpty() ? Map.of() : Map.of("labelSelector", labels(selector)));
        if (answer.status() == 403) {
            return new WorkloadState(site, object, deployment, List.of(), answer.words());
        }
        if (!answer.success()) {
            throw calls.failure(answer, path);
        }
        return new WorkloadState(site, object, deployment, owned(object, answer.body()), "");
    }

    private static String labels(JsonNode selector) {
        return selector.properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
    }

    // Labels may be shared; the owner's uid is not.
    private List<Template> owned(JsonNode object, JsonNode list) throws SourceException {
        var uid = object.path("metadata").path("uid").asText("");
        var templates = new ArrayList<Template>();
        for (var set : list.path("items")) {
            if (ownedBy(set, uid)) {
                templates.add(template(set));
            }
        }
        templates.sort(Template.NEWEST_FIRST);
        return templates;
    }

    private static boolean ownedBy(JsonNode set, String uid) {
        for (var owner : set.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()
                    && owner.path("uid").asText().equals(uid)) {
                return true;
            }
        }
        return false;
    }

    private Template template(JsonNode set) throws SourceException {
        try {
            var row = sets.read(set);
            if (row == null) {
                throw new SourceException(
                        calls.source(), Kind.BAD_ANSWER, "replicasets: one has another kind of owner");
            }
            return new Template(
                    row.hash(),
                    row.number(),
                    row.modelVersion(),
                    set.path("spec").path("replicas").asInt(1),
                    row.ready(),
                    set);
        } catch (UnreadableException e) {
            throw new SourceException(calls.source(), Kind.BAD_ANSWER, "replicasets: " + e.getMessage(), e);
        }
    }
}
