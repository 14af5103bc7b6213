package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Set;

/// Which container of a pod runs the model; service meshes and queue proxies put others beside it.
final class MainContainer {
    private static final String NAMED = "kubectl.kubernetes.io/default-container";
    private static final Set<String> COMPANIONS = Set.of("istio-proxy", "linkerd-proxy", "queue-proxy", "agent");

    private MainContainer() {}

    /// The one an annotation names, else the first that is no known companion; a missing node when there is none.
    ///
    /// @param containers array of objects that have a name: specifications or statuses
    static JsonNode of(Map<String, String> annotations, JsonNode containers) {
        var named = annotations.getOrDefault(NAMED, "");
        JsonNode first = MissingNode.getInstance();
        for (var container : containers) {
            var name = container.path("name").asText();
            if (name.equals(named)) {
                return container;
            }
            if (first.isMissingNode() && !COMPANIONS.contains(name)) {
                first = container;
            }
        }
        return first.isMissingNode() ? containers.path(0) : first;
    }
}
