package jml.views.kit;

import jml.views.kit.icon.Icon;
import org.jspecify.annotations.Nullable;

/// One line of the command palette.
///
/// @param verb the start of the line that weighs: "Roll back"; empty for none
/// @param rest what follows: "fraud-scorer to v16"
/// @param key the key that does the same, or empty
/// @param blocked why it cannot be done now, or null when it can; a blocked command stays listed with its reason
/// @param run what choosing it does
public record Command(
        Icon icon,
        String verb,
        String rest,
        String key,
        @Nullable String blocked,
        Runnable run) {
    public static Command of(Icon icon, String verb, String rest, Runnable run) {
        return new Command(icon, verb, rest, "", null, run);
    }

    /// The whole line as text.
    public String words() {
        var line = verb.isEmpty() ? rest : rest.isEmpty() ? verb : verb + " " + rest;
        return blocked == null ? line : line + ": " + blocked;
    }
}
