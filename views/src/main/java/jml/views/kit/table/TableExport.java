package jml.views.kit.table;

import java.util.List;
import java.util.StringJoiner;

/// A table's rows as text, as they are shown: visible columns, in their order, without group lines.
public final class TableExport {
    private TableExport() {}

    /// RFC 4180: a line of titles, fields quoted where they must be, CRLF at the end of lines.
    public static <R> String csv(List<FleetColumn<R>> columns, List<FleetLine<R>> lines) {
        var text = new StringBuilder();
        var head = new StringJoiner(",", "", "\r\n");
        columns.forEach(column -> head.add(quoted(column.title())));
        text.append(head);
        for (var line : lines) {
            if (line instanceof FleetLine.Row<R> row) {
                var fields = new StringJoiner(",", "", "\r\n");
                columns.forEach(column -> fields.add(quoted(column.plain().apply(row.value()))));
                text.append(fields);
            }
        }
        return text.toString();
    }

    /// A JSON array of one object a row: the ids of the columns and their values as texts.
    public static <R> String json(List<FleetColumn<R>> columns, List<FleetLine<R>> lines) {
        var rows = new StringJoiner(",\n", "[\n", "\n]\n");
        for (var line : lines) {
            if (line instanceof FleetLine.Row<R> row) {
                var fields = new StringJoiner(",", "{", "}");
                for (var column : columns) {
                    fields.add(
                            literal(column.id()) + ":" + literal(column.plain().apply(row.value())));
                }
                rows.add(fields.toString());
            }
        }
        return rows.toString();
    }

    private static String quoted(String field) {
        // A field that a spreadsheet would run as a formula is made text: names come from other people's systems.
        var safe = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 && !number(field) ? "'" + field : field;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean number(String field) {
        return field.matches("[+-]?[\\d.,]+");
    }

    private static String literal(String value) {
        var text = new StringBuilder("\"");
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
