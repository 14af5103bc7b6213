package jml.core.fleet.identity;

import jml.core.fleet.Unmatched;

/// A person's word that something belongs to a model. It beats every other rule.
///
/// @param environment where it holds; empty means everywhere
/// @param kind of what is named
/// @param name workload as `namespace/name` or `name`; series by the value of the model label, or all of them joined
/// by "/"; alert by the value of any of its labels
/// @param model name of the row: the registry's name where it has one
public record Mapping(String environment, Unmatched.Kind kind, String name, String model) {
    public Mapping {
        if (name.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException(
                    "mapping needs a name and a model: \"" + name + "\" to \"" + model + "\"");
        }
    }

    /// The mapping as one line of a profile, under `identity.mappings`.
    public String line() {
        var word = kind.name().toLowerCase(java.util.Locale.ROOT);
        var place = environment.isEmpty() ? "" : "environment: " + quoted(environment) + ", ";
        return "- {" + place + word + ": " + quoted(name) + ", model: " + quoted(model) + "}";
    }

    boolean holdsIn(String where) {
        return environment.isEmpty() || environment.equals(where);
    }

    // YAML's double quotes take JSON's escapes, so that a name with quotes, newlines or controls stays one line.
    private static String quoted(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR) {
                out.append(c > 0xffff ? String.format("\\U%08x", c) : String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
