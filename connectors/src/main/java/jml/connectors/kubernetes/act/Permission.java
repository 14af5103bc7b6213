package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.source.SourceException;

/// Asks the API server whether the console may send a change. The question itself needs no right.
final class Permission {
    private static final String REVIEWS = "apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final ClusterCalls calls;

    Permission(ClusterCalls calls) {
        this.calls = calls;
    }

    Check check(Change change) throws SourceException, InterruptedException {
        var site = change.site();
        var right = change.verb() + " " + site.resource();
        var question = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", "authorization.k8s.io/v1")
                .put("kind", "SelfSubjectAccessReview");
        question.putObject("spec")
                .putObject("resourceAttributes")
                .put("namespace", site.namespace())
                .put("group", site.group())
                .put("resource", site.plural())
                .put("subresource", site.subresource())
                .put("name", site.name())
                .put("verb", change.verb());
        var status = calls.ask(REVIEWS, question).path("status");
        if (status.path("allowed").asBoolean()) {
            return Check.ready(Subject.PERMISSION, "you may " + right + " in " + site.namespace());
        }
        var error = status.path("evaluationError").asText("");
        return Check.stops(
                Subject.PERMISSION,
                "you may not " + right + " in " + site.namespace() + (error.isEmpty() ? "" : " (" + error + ")"),
                List.of("Ask for a Role with verbs: [" + change.verb() + "] on resources: [" + site.plural()
                        + (site.subresource().isEmpty() ? "" : "/" + site.subresource())
                        + "] of apiGroups: [" + site.group() + "] in namespace " + site.namespace()));
    }
}
