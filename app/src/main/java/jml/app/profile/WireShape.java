package jml.app.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether a YAML tree has the shape of the records that are read from it: fields that exist, and in each a value of
/// its kind. Says what is wrong in the file's terms and quotes no value.
record WireShape(Fields fields) {
    void check(JsonNode node) throws ProfileException {
        record(node, WireProfile.class, "");
    }

    private void value(JsonNode node, Type type, String at) throws ProfileException {
        // A text may be empty on purpose, such as what a rewrite puts in.
        boolean blank = node.isTextual() && node.textValue().isEmpty() && type != String.class;
        if (node.isNull() || blank) {
            throw fields.wrong(at, "has no value; fill it in or take the line out");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            list(node, generic.getActualTypeArguments()[0], at);
        } else if (type instanceof ParameterizedType) {
            words(node, at);
        } else if (type instanceof Class<?> kind && kind.isRecord()) {
            record(node, kind, at);
        } else if (type == Boolean.class) {
            require(node.isBoolean(), at, "must be true or false");
        } else if (type == Long.class) {
            require(node.isIntegralNumber() && node.canConvertToLong(), at, "must be a whole number");
        } else {
            require(node.isValueNode(), at, "must be a text");
        }
    }

    private void list(JsonNode node, Type element, String at) throws ProfileException {
        require(node.isArray(), at, "must be a list, each entry on a line that starts with -");
        for (int i = 0; i < node.size(); i++) {
            value(node.get(i), element, at + "[" + i + "]");
        }
    }

    private void words(JsonNode node, String at) throws ProfileException {
        require(
                node.isObject(),
                at,
                at.endsWith(".secret")
                        ? "needs keyring, variable, file or command; the secret itself never stands in a profile"
                        : "must have fields, as name: value");
        for (var field : node.properties()) {
            value(field.getValue(), String.class, at + "." + field.getKey());
        }
    }

    private void record(JsonNode node, Class<?> kind, String at) throws ProfileException {
        require(node.isObject(), at, "must have fields, as name: value");
        var known = Arrays.stream(kind.getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName,
                        RecordComponent::getGenericType,
                        (one, _) -> one,
                        LinkedHashMap::new));
        for (var field : node.properties()) {
            var path = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
            var type = known.get(field.getKey());
            if (type == null) {
                throw fields.wrong(path, "is not a field of a profile; known here: " + names(known));
            }
            value(field.getValue(), type, path);
        }
    }

    private static String names(Map<String, Type> known) {
        return known.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private void require(boolean right, String at, String otherwise) throws ProfileException {
        if (!right) {
            throw fields.wrong(at, otherwise);
        }
    }
}
