package jml.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The results as text in columns.
final class Table {
    private static final List<String> HEAD = List.of("what", "measured", "floor", "ratio", "bar", "", "load");

    private final List<List<String>> lines = new ArrayList<>(List.of(HEAD));

    /// @param load of the machine while this was measured: runnable threads, one-minute average
    void add(Result result, double load) {
        lines.add(List.of(
                result.what(),
                result.value(),
                result.floor(),
                Double.isNaN(result.ratio()) ? "" : String.format(Locale.ROOT, "%.2f", result.ratio()),
                result.bar(),
                result.bar().isEmpty() ? "" : result.met() ? "met" : "MISSED",
                String.format(Locale.ROOT, "%.1f", load)));
    }

    String text() {
        var widths = IntStream.range(0, HEAD.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream()
                .map(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> line.get(column)
                                + " ".repeat(widths[column] - line.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
