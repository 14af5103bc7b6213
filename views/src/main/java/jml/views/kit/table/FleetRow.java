package jml.views.kit.table;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A line's row node; group lines and quiet rows differ in pseudo-classes only.
final class FleetRow<R> extends TableRow<FleetLine<R>> {
    /// Pixels of every line.
    static final double HEIGHT = 28;

    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");

    FleetRow() {
        getStyleClass().add("fleet-row");
    }

    @Override
    protected void updateItem(@Nullable FleetLine<R> line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(GROUP, line instanceof FleetLine.Group);
        pseudoClassStateChanged(QUIET, line instanceof FleetLine.Row<R> row && row.quiet());
    }
}
