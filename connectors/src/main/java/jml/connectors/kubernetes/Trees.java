package jml.connectors.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/// Reads one object out of a stream, leaving out what the console never looks at: two thirds of a Pod.
final class Trees {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> UNREAD_STRUCTURES = Set.of(
            "managedFields",
            "env",
            "envFrom",
            "volumes",
            "volumeMounts",
            "volumeDevices",
            "volumeClaimTemplates",
            "affinity",
            "tolerations",
            "topologySpreadConstraints",
            "livenessProbe",
            "readinessProbe",
            "startupProbe",
            "lifecycle",
            "securityContext");
    // The whole object once more, as kubectl last sent it.
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Trees() {}

    /// The value the parser stands on; afterwards it stands on its last token.
    static JsonNode read(JsonParser parser) throws IOException {
        var token = parser.currentToken();
        if (token == null) {
            throw new UnreadableException("the answer is empty");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> number(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static JsonNode number(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? NODES.numberNode(parser.getDoubleValue())
                : NODES.numberNode(parser.getLongValue());
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (value.isStructStart() && UNREAD_STRUCTURES.contains(name)) {
                parser.skipChildren();
            } else if (!name.equals(LAST_APPLIED)) {
                object.set(name, read(parser));
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser));
        }
        return array;
    }
}
