package jml.views.kit.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A table of thousands of rows of 28 px with group lines among them.
///
/// The caller prepares the lines off the FX thread, sorted and filtered, and hands them over in one piece; the table
/// draws again only the visible lines that are not equal to those before. The selection is a key and outlives
/// refreshes. Rows never sort themselves: [FleetColumns#orderProperty] says what the person asked for.
public final class FleetTable<R> extends StackPane {
    /// As many as a screen shows: their nodes are made while the first lines are still on their way.
    private static final int BLANK = 40;

    private final TableView<Integer> view = new TableView<>();
    private final FleetLines<R> lines = new FleetLines<>(BLANK);
    private final ObjectProperty<@Nullable String> selectedKey = new SimpleObjectProperty<>(this, "selectedKey");
    private final FleetColumns<R> columns;
    private Consumer<R> open = _ -> {};
    private boolean refreshing;

    public FleetTable(List<FleetColumn<R>> columns) {
        getStyleClass().add("fleet");
        this.columns = new FleetColumns<>(lines, columns);
        view.getStyleClass().add("fleet-table");
        view.setFixedCellSize(FleetRow.HEIGHT);
        view.setItems(lines);
        view.setRowFactory(_ -> new FleetRow<>(lines));
        view.getColumns().addAll(this.columns.all());
        view.widthProperty().subscribe(width -> this.columns.fit(width.doubleValue()));
        view.getSelectionModel().selectedIndexProperty().subscribe(this::selected);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                openSelected();
            }
        });
        selectedKey.subscribe(_ -> select());
        getChildren().add(view);
    }

    /// Shows `prepared` from now on, in that order, with the selection kept by its key. The list must not change.
    public void show(List<FleetLine<R>> prepared) {
        refreshing = true;
        lines.show(prepared);
        refreshing = false;
        select();
    }

    /// The lines shown now.
    public List<FleetLine<R>> lines() {
        return lines.all();
    }

    /// The key of the selected row, null for none; set it to select. A key without a row stays until its row comes.
    public ObjectProperty<@Nullable String> selectedKeyProperty() {
        return selectedKey;
    }

    /// What Enter or a double click does with the selected row.
    public void onOpen(Consumer<R> open) {
        this.open = open;
    }

    /// Whether the pointer is over the table, when the caller should leave the order as it is.
    public ReadOnlyBooleanProperty pointedProperty() {
        return hoverProperty();
    }

    /// Whether the keyboard is in the table. `focusWithin` says something else: the selected row's node counts as
    /// focused wherever the keyboard is.
    public ReadOnlyBooleanProperty keyedProperty() {
        return view.focusedProperty();
    }

    /// The columns: which are visible, which order was asked for, and the menu to choose them.
    public FleetColumns<R> columns() {
        return columns;
    }

    /// Moves the selected row into view.
    public void reveal() {
        var index = indexOf(selectedKey.get());
        if (index >= 0) {
            view.scrollTo(index);
        }
    }

    @Override
    public void requestFocus() {
        view.requestFocus();
    }

    TableView<Integer> view() {
        return view;
    }

    private void select() {
        var index = indexOf(selectedKey.get());
        if (index == view.getSelectionModel().getSelectedIndex()) {
            return;
        }
        refreshing = true;
        if (index < 0) {
            view.getSelectionModel().clearSelection();
        } else {
            view.getSelectionModel().clearAndSelect(index);
        }
        refreshing = false;
    }

    private void selected(@Nullable Number before, @Nullable Number now) {
        if (refreshing || now == null || now.intValue() < 0 || now.intValue() >= lines.size()) {
            return;
        }
        if (lines.at(now.intValue()) instanceof FleetLine.Row<R> row) {
            selectedKey.set(row.key());
            return;
        }
        // A group line cannot be selected: go on in the direction of the arrow key, or stay.
        var step = before != null && before.intValue() > now.intValue() ? -1 : 1;
        var next = now.intValue() + step;
        if (lines.at(next) instanceof FleetLine.Row<R> row) {
            selectedKey.set(row.key());
        }
        select();
    }

    private int indexOf(@Nullable String key) {
        if (key != null) {
            for (var i = 0; i < lines.size(); i++) {
                if (lines.at(i) instanceof FleetLine.Row<R> row && Objects.equals(row.key(), key)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            openSelected();
            event.consume();
        }
    }

    private void openSelected() {
        var index = indexOf(selectedKey.get());
        if (lines.at(index) instanceof FleetLine.Row<R> row) {
            open.accept(row.value());
        }
    }
}
