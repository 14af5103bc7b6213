package jml.views.kit.table;

import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One cell. In a group line the first column's cell carries the group's words, which reach over the columns beside it.
final class FleetCell<R> extends TableCell<Integer, Integer> {
    private final FleetLines<R> lines;
    private final CellContent.Painter<R> painter;
    private final boolean first;
    private @Nullable GroupWords group;

    FleetCell(FleetLines<R> lines, FleetColumn<R> column, boolean first) {
        getStyleClass().add("fleet-cell");
        this.lines = lines;
        this.first = first;
        painter = column.content().painter(this);
        // While its column was hidden or out of sight, the row could not tell it of refreshes.
        parentProperty().subscribe(row -> {
            if (row != null) {
                refresh();
            }
        });
    }

    /// Shows what stands at this cell's position now.
    void refresh() {
        show(isEmpty() ? null : lines.at(getIndex()));
    }

    @Override
    protected void updateItem(@Nullable Integer position, boolean empty) {
        super.updateItem(position, empty);
        show(empty || position == null ? null : lines.at(position));
    }

    private void show(@Nullable FleetLine<R> line) {
        if (line instanceof FleetLine.Row<R> row) {
            if (group != null && getGraphic() == group) {
                setGraphic(null);
            }
            painter.show(row.value());
            return;
        }
        painter.clear();
        if (first && line instanceof FleetLine.Group<R> words) {
            if (group == null) {
                group = new GroupWords();
            }
            group.show(words);
            setGraphic(group);
        }
    }

    /// A cell has the size of its column and its row whatever it holds, so other words are laid out in place. Asked of
    /// the row, one changed text would style and lay out the whole table.
    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = super.createDefaultSkin();
        // The skin clips the cell to its column; a group's words reach further, and labels cut their own text.
        setClip(null);
        return skin;
    }

    /// Two texts, not labels: a text keeps its width where a label would be cut at the column's edge.
    private static final class GroupWords extends HBox {
        private final Text title = new Text();
        private final Text note = new Text();

        GroupWords() {
            getStyleClass().add("group-words");
            title.getStyleClass().add("group-title");
            note.getStyleClass().add("group-note");
            getChildren().addAll(title, note);
        }

        void show(FleetLine.Group<?> words) {
            title.setText(words.title());
            note.setText(words.note());
        }
    }
}
