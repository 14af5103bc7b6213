package jml.views.kit.table;

/// One line of a fleet table: a row of data, or the line that names the group of rows below it.
///
/// Lines are compared with `equals` to find what changed, so values should be records.
public sealed interface FleetLine<R> {
    /// A group's name and a quieter note, for example "Needs attention" and "6, worst first".
    record Group<R>(String title, String note) implements FleetLine<R> {}

    /// One row.
    ///
    /// @param key identity of the row over refreshes; the selection is kept by it
    /// @param value what the columns show
    /// @param quiet drawn with less weight: rows nothing is wrong with
    record Row<R>(String key, R value, boolean quiet) implements FleetLine<R> {}
}
