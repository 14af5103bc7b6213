package jml.core.signing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Members of a JSON object that must be there and of their type; what is not names itself.
public final class Members {
    private Members() {}

    public static String text(Map<String, ?> object, String name) throws MalformedException {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw wrong(object, name, "a text");
    }

    public static List<?> list(Map<String, ?> object, String name) throws MalformedException {
        if (object.get(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(object, name, "a list");
    }

    public static Map<String, Object> object(Map<String, ?> object, String name) throws MalformedException {
        if (object.get(name) instanceof Map<?, ?> member) {
            return object(member, name);
        }
        throw wrong(object, name, "an object");
    }

    @SuppressWarnings("unchecked") // a JSON object's names are texts
    public static Map<String, Object> object(@Nullable Object value, String name) throws MalformedException {
        if (value instanceof Map<?, ?> object && object.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, Object>) object;
        }
        throw new MalformedException(name + " is not an object");
    }

    private static MalformedException wrong(Map<String, ?> object, String name, String type) {
        return new MalformedException(object.containsKey(name) ? name + " is not " + type : name + " is missing");
    }
}
