package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jml.core.act.DryRun.Kind;
import jml.core.act.DryRun.Line;

/// What the server would store, held against what it stores now: one line a value that goes and one a value that comes.
final class Differences {
    private static final int MOST_LINES = 40;
    private static final int LONGEST_VALUE = 120;
    // Bookkeeping of the server, different after every write.
    private static final Set<String> BOOKKEEPING = Set.of(
            "metadata.managedFields", "metadata.resourceVersion", "metadata.generation", "metadata.creationTimestamp");

    private final List<Line> lines = new ArrayList<>();
    private int left;

    private Differences() {}

    static List<Line> of(JsonNode before, JsonNode after) {
        var differences = new Differences();
        differences.compare("", before, after);
        if (differences.left > 0) {
            differences.lines.add(new Line(Kind.CONTEXT, "… " + differences.left + " more values", false));
        }
        return List.copyOf(differences.lines);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after) || BOOKKEEPING.contains(path)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name));
            }
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(path + "[" + i + "]", before.path(i), after.path(i));
            }
        } else {
            tell(Kind.REMOVED, path, before);
            tell(Kind.ADDED, path, after);
        }
    }

    private void tell(Kind kind, String path, JsonNode value) {
        if (value.isMissingNode()) {
            return;
        }
        if (lines.size() >= MOST_LINES) {
            left++;
            return;
        }
        var text = value.isContainerNode() ? value.toString() : value.asText();
        lines.add(new Line(
                kind,
                path + ": " + (text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…"),
                false));
    }
}
