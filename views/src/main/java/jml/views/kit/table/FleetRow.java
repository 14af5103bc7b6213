package jml.views.kit.table;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A line's row node; group lines and quiet rows differ in pseudo-classes only.
final class FleetRow<R> extends TableRow<Integer> {
    /// Pixels of every line.
    static final double HEIGHT = 28;

    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");

    private final FleetLines<R> lines;
    private @Nullable FleetLine<R> shown;

    FleetRow(FleetLines<R> lines) {
        this.lines = lines;
        getStyleClass().add("fleet-row");
        lines.follow(this);
    }

    /// Shows what stands at this row's position now; an equal line costs a comparison.
    void refresh() {
        var line = lines.at(getIndex());
        if (Objects.equals(line, shown)) {
            return;
        }
        show(line);
        for (var child : getChildrenUnmodifiable()) {
            if (child instanceof FleetCell<?> cell) {
                cell.refresh();
            }
        }
    }

    @Override
    protected void updateItem(@Nullable Integer position, boolean empty) {
        super.updateItem(position, empty);
        show(lines.at(getIndex()));
    }

    private void show(@Nullable FleetLine<R> line) {
        shown = line;
        // Asked again with the state it has, a pseudo-class costs nothing.
        pseudoClassStateChanged(GROUP, line instanceof FleetLine.Group);
        pseudoClassStateChanged(QUIET, line instanceof FleetLine.Row<R> row && row.quiet());
    }
}
