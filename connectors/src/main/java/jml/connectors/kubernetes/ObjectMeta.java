package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the console keeps of an object's metadata.
record ObjectMeta(
        String uid,
        String namespace,
        String name,
        long generation,
        Map<String, String> labels,
        Map<String, String> annotations) {
    // Longer ones are documents that tools keep for themselves; nothing the console reads is that long.
    private static final int LONGEST_VALUE = 1_000;

    static ObjectMeta of(JsonNode object) throws UnreadableException {
        var metadata = object.path("metadata");
        return new ObjectMeta(
                required(metadata, "uid"),
                required(metadata, "namespace"),
                required(metadata, "name"),
                metadata.path("generation").asLong(),
                texts(metadata.path("labels")),
                texts(metadata.path("annotations")));
    }

    static UUID uid(JsonNode object) throws UnreadableException {
        return Uids.of(required(object.path("metadata"), "uid"));
    }

    /// The controller that owns the object, when it is of this kind; null when another or none does.
    static @Nullable JsonNode owner(JsonNode object, String... kinds) {
        for (var reference : object.path("metadata").path("ownerReferences")) {
            if (reference.path("controller").asBoolean()) {
                for (var kind : kinds) {
                    if (reference.path("kind").asText().equals(kind)) {
                        return reference;
                    }
                }
            }
        }
        return null;
    }

    static Map<String, String> texts(JsonNode map) {
        var texts = new HashMap<String, String>();
        for (var entry : map.properties()) {
            var value = entry.getValue().asText("");
            if (value.length() <= LONGEST_VALUE) {
                texts.put(entry.getKey(), value);
            }
        }
        return Map.copyOf(texts);
    }

    /// Null when there is none or it is no time.
    static @Nullable Instant time(JsonNode text) {
        try {
            return text.isTextual() ? Instant.parse(text.asText()) : null;
        } catch (DateTimeException e) {
            return null; // a time is decoration here; the object is worth more than it
        }
    }

    private static String required(JsonNode metadata, String field) throws UnreadableException {
        var text = metadata.path(field).asText("");
        if (text.isBlank()) {
            throw new UnreadableException("an object without metadata." + field);
        }
        return text;
    }
}
