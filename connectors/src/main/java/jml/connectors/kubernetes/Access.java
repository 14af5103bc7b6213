package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;

/// Asks the API server who the console is to it and what it may do. Both questions need no right.
final class Access {
    private static final String REVIEWS = "apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final String SELF = "apis/authentication.k8s.io/v1/selfsubjectreviews";

    private final ApiServer server;

    Access(ApiServer server) {
        this.server = server;
    }

    /// @param namespace empty means in all
    boolean may(String verb, Resource resource, String namespace) throws SourceException, InterruptedException {
        var question = review("authorization.k8s.io/v1", "SelfSubjectAccessReview");
        var attributes = question.putObject("spec").putObject("resourceAttributes");
        attributes.put("verb", verb).put("group", resource.group()).put("resource", resource.plural());
        if (!namespace.isEmpty()) {
            attributes.put("namespace", namespace);
        }
        try {
            return server.ask(REVIEWS, question).path("status").path("allowed").asBoolean();
        } catch (Absent e) {
            throw new SourceException(server.source(), Kind.BAD_ANSWER, REVIEWS + " does not exist: no Kubernetes?", e);
        }
    }

    /// Name of the user as the server sees it; "unknown" when it does not say.
    String user() throws SourceException, InterruptedException {
        try {
            return server.ask(SELF, review("authentication.k8s.io/v1", "SelfSubjectReview"))
                    .path("status")
                    .path("userInfo")
                    .path("username")
                    .asText("unknown");
        } catch (Absent e) {
            return "unknown"; // before Kubernetes 1.28
        } catch (SourceException e) {
            if (e.kind() == Kind.FORBIDDEN) {
                return "unknown";
            }
            throw e;
        }
    }

    private static ObjectNode review(String version, String kind) {
        return JsonNodeFactory.instance.objectNode().put("apiVersion", version).put("kind", kind);
    }
}
