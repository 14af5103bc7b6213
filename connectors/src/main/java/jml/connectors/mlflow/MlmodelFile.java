package jml.connectors.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import jml.connectors.http.UnreadableException;
import jml.core.registry.ModelRegistry.Signature;
import jml.core.registry.ModelRegistry.Signature.Column;

/// The file that MLflow keeps with each version: YAML, in which inputs, outputs and parameters are JSON texts.
///
/// It is read as a tree of texts and numbers; no YAML tag can make an object of a class.
final class MlmodelFile {
    private static final int LARGEST = 2 << 20;
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private MlmodelFile() {}

    /// Empty when the model was logged without a signature.
    static Optional<Signature> signature(InputStream body) throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new UnreadableException("MLmodel", "larger than " + LARGEST + " bytes");
        }
        JsonNode signature;
        try {
            signature = YAML.readTree(bytes).path("signature");
        } catch (JsonProcessingException e) {
            throw new UnreadableException("MLmodel", "not YAML: " + e.getOriginalMessage());
        }
        if (signature.isMissingNode() || signature.isNull()) {
            return Optional.empty();
        }
        return Optional.of(new Signature(
                columns(signature, "inputs"), columns(signature, "outputs"), columns(signature, "params")));
    }

    private static List<Column> columns(JsonNode signature, String part) throws UnreadableException {
        var text = signature.path(part);
        if (text.isMissingNode() || text.isNull()) {
            return List.of();
        }
        var field = "MLmodel: signature." + part;
        var columns = parsed(text, field);
        if (!columns.isArray()) {
            throw new UnreadableException(field, "not a list");
        }
        var read = new ArrayList<Column>();
        for (var column : columns) {
            if (!column.path("type").isTextual()) {
                throw new UnreadableException(field + "[" + read.size() + "].type", "missing");
            }
            boolean required = !part.equals("params") && required(column);
            read.add(new Column(column.path("name").asText(), type(column), required));
        }
        return read;
    }

    private static JsonNode parsed(JsonNode text, String field) throws UnreadableException {
        try {
            return text.isTextual() ? JSON.readTree(text.textValue()) : text;
        } catch (JsonProcessingException e) {
            throw new UnreadableException(field, "not JSON: " + e.getOriginalMessage());
        }
    }

    // Before 2.6 a column said that it is optional instead.
    private static boolean required(JsonNode column) {
        return column.path("required").asBoolean(!column.path("optional").asBoolean(false));
    }

    private static String type(JsonNode column) {
        var type = column.path("type").asText();
        return switch (type) {
            case "tensor" -> {
                var tensor = column.path("tensor-spec");
                yield "tensor(" + tensor.path("dtype").asText() + "," + tensor.path("shape") + ")";
            }
            case "array" -> "array(" + type(column.path("items")) + ")";
            case "map" -> "map(" + type(column.path("values")) + ")";
            case "object" -> object(column.path("properties"));
            // A parameter that holds several values has a shape.
            default -> column.path("shape").isArray() ? type + column.path("shape") : type;
        };
    }

    private static String object(JsonNode properties) {
        var written = new StringJoiner(", ", "object(", ")");
        for (var property : properties.properties()) {
            var optional = required(property.getValue()) ? "" : "?";
            written.add(property.getKey() + optional + ": " + type(property.getValue()));
        }
        return written.toString();
    }
}
