package jml.engine.metric;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jml.core.metric.LabelSet;

/// Label matchers as they stand inside a PromQL selector's braces.
final class Matchers {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\.+*?()|\\[\\]{}^$]");

    private Matchers() {}

    /// Matches every one of the label sets by the labels named, and perhaps mixtures of them; empty when no set has
    /// any.
    static String anyOf(List<String> names, List<LabelSet> sets) {
        return names.stream()
                .map(name -> anyOf(name, sets))
                .filter(matcher -> !matcher.isEmpty())
                .collect(Collectors.joining(","));
    }

    private static String anyOf(String name, List<LabelSet> sets) {
        // A set without the label would match only the empty value.
        if (sets.stream().anyMatch(set -> set.get(name) == null)) {
            return "";
        }
        return sets.stream()
                .map(set -> regex(Objects.requireNonNull(set.get(name))))
                .distinct()
                .sorted()
                .collect(Collectors.joining("|", name + "=~\"", "\""))
                .replace("\n", "\\n");
    }

    /// RE2 in label matchers has no \Q…\E, and a UTF-8 name may hold anything.
    static String literal(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    private static String regex(String value) {
        return literal(value).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
