package jml.app.connect;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jml.core.source.SourceSettings;

/// A change of a source's settings for the audit: which fields, never what is in them.
final class SettingsWords {
    private static final String CHANGE = "change";
    private static final String FIELDS = "fields";

    private SettingsWords() {}

    static Map<String, String> added(SourceSettings settings) {
        return Map.of(
                CHANGE,
                "added",
                "environment",
                settings.environment(),
                "product",
                settings.product().word());
    }

    static Map<String, String> removed() {
        return Map.of(CHANGE, "removed");
    }

    static Map<String, String> changed(SourceSettings was, SourceSettings now) {
        var fields = new ArrayList<String>();
        differences("", was, now, fields);
        var words = new TreeMap<>(Map.of(CHANGE, "changed", "environment", now.environment()));
        if (!fields.isEmpty()) {
            words.put(FIELDS, String.join(", ", fields));
        }
        return words;
    }

    private static void differences(String prefix, Record was, Record now, List<String> into) {
        for (var field : was.getClass().getRecordComponents()) {
            var before = value(field, was);
            var after = value(field, now);
            if (before instanceof SourceSettings.SignIn signIn && after instanceof SourceSettings.SignIn other) {
                differences("signIn.", signIn, other, into);
            } else if (!Objects.equals(before, after)) {
                into.add(prefix + field.getName());
            }
        }
    }

    private static Object value(RecordComponent field, Record of) {
        try {
            return Objects.requireNonNullElse(field.getAccessor().invoke(of), "");
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a public record's " + field.getName(), impossible);
        }
    }
}
