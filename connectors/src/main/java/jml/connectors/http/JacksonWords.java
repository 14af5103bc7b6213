package jml.connectors.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Map;
import java.util.regex.Pattern;

/// Says what is wrong with an answer without Java's names in it.
final class JacksonWords {
    private static final Pattern FOUND = Pattern.compile("from (\\S+) value");
    private static final Map<String, String> NAMES = Map.of(
            "Array", "a list",
            "Object", "an object",
            "String", "a text",
            "Integer", "a number",
            "Floating-point", "a number",
            "Boolean", "true or false",
            "Null", "null");
    private static final String INTERNALS = "(?s)( \\(for |; |: was expecting |: expected a valid value |`).*";

    private JacksonWords() {}

    static String of(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return String.valueOf(e.getCause().getMessage()); // the value's own words about itself
        }
        var original = String.valueOf(e.getOriginalMessage());
        if (!(e instanceof MismatchedInputException)) {
            return original.replaceFirst(INTERNALS, "");
        }
        var found = FOUND.matcher(original);
        if (found.find() && NAMES.containsKey(found.group(1))) {
            return NAMES.get(found.group(1)) + ", which does not belong here";
        }
        return original.contains("`") ? "not of the type it must have" : original;
    }
}
