package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who set which field of an object, as far as the API server keeps that (`metadata.managedFields`).
final class FieldOwners {
    // What changes objects all the time without anybody having decided anything.
    private static final Set<String> CONTROLLERS =
            Set.of("rollouts-controller", "kube-controller-manager", "Go-http-client");

    private final List<FieldOwner> owners = new ArrayList<>();

    /// @param at when it last changed something; null when the server does not say
    record FieldOwner(String name, @Nullable Instant at, JsonNode fields) {
        /// @param path as in `spec/paused`; an owner of a part of it, or of what it is a part of, counts
        boolean owns(String path) {
            JsonNode here = fields;
            for (var step : path.split("/")) {
                var next = here.path("f:" + step.replace("~1", "/").replace("~0", "~"));
                if (next.isMissingNode()) {
                    return false;
                }
                if (next.isEmpty()) {
                    return true;
                }
                here = next;
            }
            return true;
        }
    }

    FieldOwners(JsonNode object) {
        for (var entry : object.path("metadata").path("managedFields")) {
            var fields = entry.path("fieldsV1");
            owners.add(new FieldOwner(
                    entry.path("manager").asText("somebody"),
                    time(entry.path("time").asText("")),
                    fields.isObject() ? fields : MissingNode.getInstance()));
        }
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null; // decoration: the object is worth more than it
        }
    }

    List<String> names() {
        return owners.stream().map(FieldOwner::name).distinct().toList();
    }

    boolean owns(String name, String path) {
        return owners.stream().anyMatch(manager -> manager.name().equals(name) && manager.owns(path));
    }

    /// When the console's own latest change arrived; empty when it has changed nothing that still stands.
    Optional<Instant> ours(Instant since) {
        // The server keeps whole seconds.
        var from = since.minusSeconds(1);
        return owners.stream()
                .filter(manager -> manager.name().equals(Marks.MANAGER))
                .map(FieldOwner::at)
                .filter(at -> at != null && at.isAfter(from))
                .findFirst();
    }

    /// "kubectl-edit at 14:31:07Z", or "somebody" when the server does not tell who set this field.
    String who(String path) {
        return owners.stream()
                .filter(manager -> manager.owns(path) && !CONTROLLERS.contains(manager.name()))
                .findFirst()
                .map(manager -> manager.name() + (manager.at() == null ? "" : " at " + manager.at()))
                .orElse("somebody");
    }
}
