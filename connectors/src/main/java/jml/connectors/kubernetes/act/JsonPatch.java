package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// A JSON patch (RFC 6902) under construction, together with its words. The server carries out all of it or, when a
/// test fails, nothing.
final class JsonPatch {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_VALUE = 60;

    private final ArrayNode operations = NODES.arrayNode();
    private final List<String> lines = new ArrayList<>();
    private final List<String> touched = new ArrayList<>();

    /// @param name how a sighting calls this value
    JsonPatch test(String pointer, JsonNode value, String name) {
        operation("test", pointer).set("value", value);
        lines.add("test " + name + " = " + value.asText());
        return this;
    }

    JsonPatch test(String pointer, String value, String name) {
        return test(pointer, NODES.textNode(value), name);
    }

    /// Replaces what is there, if anything is.
    JsonPatch set(String pointer, JsonNode value) {
        operation("add", pointer).set("value", value);
        var text = value.isContainerNode() ? value.toString() : value.asText();
        note(pointer);
        lines.add("set " + words(pointer) + " = "
                + (text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…"));
        return this;
    }

    JsonPatch set(String pointer, boolean value) {
        return set(pointer, NODES.booleanNode(value));
    }

    /// Fails when there is nothing: somebody was faster.
    JsonPatch remove(String pointer) {
        operation("remove", pointer);
        note(pointer);
        lines.add("remove " + words(pointer));
        return this;
    }

    /// Leaves the act's id where whoever reads the object finds it.
    JsonPatch mark(JsonNode object, String id) {
        if (object.path("metadata").path("annotations").isObject()) {
            return set("/metadata/annotations/" + escaped(Marks.ACT), NODES.textNode(id));
        }
        return set("/metadata/annotations", NODES.objectNode().put(Marks.ACT, id));
    }

    Change at(Site site) {
        return new Change(site, "patch", "application/json-patch+json", operations, lines, touched);
    }

    private void note(String pointer) {
        if (pointer.startsWith("/spec/")) {
            touched.add(pointer.substring(1));
        }
    }

    private ObjectNode operation(String verb, String pointer) {
        return operations.addObject().put("op", verb).put("path", pointer);
    }

    private static String words(String pointer) {
        return pointer.substring(1).replace("/", ".").replace("~1", "/").replace("~0", "~");
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
