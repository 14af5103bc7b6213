package jml.store.fact;

import java.util.List;

/// The names of a tile's columns, in the order they stand there: kept once, because all tiles of a version have the
/// same.
public record ColumnOrder(List<String> names) {
    public ColumnOrder {
        names = List.copyOf(names);
    }

    /// Where a column stands; -1 when the tile has none of this name.
    public int place(String name) {
        return names.indexOf(name);
    }
}
