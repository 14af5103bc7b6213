package jml.views.kit.table;

import java.util.function.Function;

/// One column of a fleet table.
///
/// @param id names it in settings and exports
/// @param head its title; the unit stands beside it, never in the cells
/// @param unit "ms", "%", or empty
/// @param width pixels for the content, without the gap between columns
/// @param kind how it is aligned and what it does with room
/// @param content how its cells are drawn
/// @param plain a row's value as text, for filters, exports and assistive technology
public record FleetColumn<R>(
        String id,
        String head,
        String unit,
        double width,
        Kind kind,
        CellContent<R> content,
        Function<R, String> plain) {

    /// What a column is.
    public enum Kind {
        /// Text, from the left.
        TEXT,
        /// A name: text of medium weight, from the left.
        NAME,
        /// A figure, from the right.
        NUMBER,
        /// Text from the left that takes what room is left; the last one of these in a table does.
        GROWING
    }

    /// A column of text or figures, which is exported as it is shown.
    public static <R> FleetColumn<R> text(
            String id, String head, String unit, double width, Kind kind, Function<R, CellText> of) {
        return new FleetColumn<>(id, head, unit, width, kind, Cells.text(of), row -> of.apply(row)
                .text());
    }

    /// Title and unit as one text: "p95 ms".
    public String title() {
        return unit.isEmpty() ? head : head + " " + unit;
    }
}
