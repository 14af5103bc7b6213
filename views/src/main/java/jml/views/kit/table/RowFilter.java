package jml.views.kit.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a person typed into a table's filter: every word must occur in a row, every `!word` must not. Case is ignored.
///
/// Words in double quotes may hold blanks: `"fraud scorer" !edge`. An empty filter keeps everything.
public record RowFilter(List<String> wanted, List<String> unwanted) {
    /// Keeps every row.
    public static final RowFilter ALL = new RowFilter(List.of(), List.of());

    public RowFilter {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /// Reads what was typed; a lone "!" or an open quote is ignored until there is more.
    public static RowFilter parse(String typed) {
        var wanted = new ArrayList<String>();
        var unwanted = new ArrayList<String>();
        var text = typed.toLowerCase(Locale.ROOT);
        var i = 0;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            var not = text.charAt(i) == '!';
            i += not ? 1 : 0;
            var quoted = i < text.length() && text.charAt(i) == '"';
            i += quoted ? 1 : 0;
            var start = i;
            while (i < text.length() && (quoted ? text.charAt(i) != '"' : !Character.isWhitespace(text.charAt(i)))) {
                i++;
            }
            var term = text.substring(start, i);
            i += quoted ? 1 : 0;
            if (!term.isBlank()) {
                (not ? unwanted : wanted).add(term);
            }
        }
        return new RowFilter(wanted, unwanted);
    }

    /// Whether a row of this text stays.
    public boolean keeps(String row) {
        var text = row.toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(text::contains) && unwanted.stream().noneMatch(text::contains);
    }

    /// The lines that stay, in their order, without groups that lost all their rows. For a background thread.
    public <R> List<FleetLine<R>> keep(List<FleetLine<R>> lines, List<FleetColumn<R>> columns) {
        if (wanted.isEmpty() && unwanted.isEmpty()) {
            return lines;
        }
        var kept = new ArrayList<FleetLine<R>>();
        for (var line : lines) {
            switch (line) {
                case FleetLine.Group<R> group -> {
                    dropEmptyGroup(kept);
                    kept.add(group);
                }
                case FleetLine.Row<R> row -> {
                    if (keeps(text(row.value(), columns))) {
                        kept.add(row);
                    }
                }
            }
        }
        dropEmptyGroup(kept);
        return List.copyOf(kept);
    }

    private static <R> void dropEmptyGroup(List<FleetLine<R>> kept) {
        if (!kept.isEmpty() && kept.getLast() instanceof FleetLine.Group) {
            kept.removeLast();
        }
    }

    private static <R> String text(R row, List<FleetColumn<R>> columns) {
        var text = new StringBuilder();
        for (var column : columns) {
            text.append(column.plain().apply(row)).append('\n');
        }
        return text.toString();
    }
}
