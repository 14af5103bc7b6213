package jml.gameday.exposition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A reader of the Prometheus text format that accepts nothing doubtful: families in one piece, described before
/// their samples, no series twice, every line ended.
final class TextFormat {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{(.*)} (-?[0-9.]+(?:E-?[0-9]+)?|NaN|[+-]Inf)( [0-9.]+)?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

    private final Map<String, Map<Map<String, String>, Double>> samples = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Set<String> stamped = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private String family = "";

    static TextFormat parse(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("last line is not ended");
        }
        var format = new TextFormat();
        text.lines().forEach(format::line);
        return format;
    }

    private void line(String line) {
        if (line.startsWith("# HELP ")) {
            closed.add(family);
            family = line.split(" ")[2];
            if (closed.contains(family)) {
                throw new IllegalArgumentException("family in two pieces: " + family);
            }
        } else if (line.startsWith("# TYPE ")) {
            var words = line.split(" ");
            if (!words[2].equals(family) || words.length != 4) {
                throw new IllegalArgumentException(line);
            }
            types.put(words[2], words[3]);
        } else {
            sample(line);
        }
    }

    private void sample(String line) {
        var match = SAMPLE.matcher(line);
        if (!match.matches()) {
            throw new IllegalArgumentException(line);
        }
        var name = match.group(1);
        var own = name.equals(family);
        var part = name.startsWith(family + "_") && name.matches(".*_(bucket|sum|count)");
        if (!own && !part) {
            throw new IllegalArgumentException("not of family " + family + ": " + line);
        }
        var labels = labels(match.group(2));
        if (samples.computeIfAbsent(name, it -> new LinkedHashMap<>())
                        .put(labels, Double.valueOf(match.group(3).replace("Inf", "Infinity")))
                != null) {
            throw new IllegalArgumentException("twice: " + line);
        }
        if (match.group(4) != null) {
            stamped.add(labels.getOrDefault("model", ""));
        }
    }

    private static Map<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        var match = LABEL.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!match.find(at) || match.start() != at || labels.put(match.group(1), match.group(2)) != null) {
                throw new IllegalArgumentException("labels: " + text);
            }
            at = match.end();
        }
        return labels;
    }

    Map<String, String> types() {
        return types;
    }

    /// Values of the label `model` of which samples carry a time.
    Set<String> stamped() {
        return stamped;
    }

    Set<String> names() {
        return samples.keySet();
    }

    Map<Map<String, String>, Double> series(String name) {
        return samples.getOrDefault(name, Map.of());
    }

    /// Sum of all series that have these labels.
    double sum(String name, Map<String, String> labels) {
        return series(name).entrySet().stream()
                .filter(it -> it.getKey().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
