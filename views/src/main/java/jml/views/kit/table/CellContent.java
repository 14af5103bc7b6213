package jml.views.kit.table;

import javafx.scene.control.Labeled;

/// How the cells of one column are filled. A cell is a label whose text and graphic the painter may use.
///
/// [#painter] is called once a cell and makes every node the cell will need; the painter then shows one row after
/// another and makes none, which is what keeps scrolling cheap.
@FunctionalInterface
public interface CellContent<R> {
    Painter<R> painter(Labeled cell);

    /// Shows rows in one cell. FX thread.
    interface Painter<R> {
        void show(R row);

        /// Leaves the cell without text and graphic.
        void clear();
    }
}
