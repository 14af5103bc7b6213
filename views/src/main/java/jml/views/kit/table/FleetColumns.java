package jml.views.kit.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The columns of a fleet table: which a person chose, which there is room for, and by which the rows should be
/// ordered.
///
/// Columns that [#yielding] names go, in that order, when the table is too narrow for all.
public final class FleetColumns<R> {
    /// What a person asked the rows to be ordered by; null means the caller's own order.
    public record Order(String columnId, boolean descending) {}

    private static final double GAP = 8;
    private static final double EDGE = 12;
    private static final double SCROLL_BAR = 10;

    private final FleetLines<R> lines;
    private final List<FleetColumn<R>> columns;
    private final List<TableColumn<Integer, Integer>> nodes = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Set<String>> hidden = new ReadOnlyObjectWrapper<>(this, "hidden", Set.of());
    private final ObjectProperty<@Nullable Order> order = new SimpleObjectProperty<>(this, "order");
    private List<String> yielding = List.of();
    private double width;

    FleetColumns(FleetLines<R> lines, List<FleetColumn<R>> columns) {
        this.lines = lines;
        this.columns = List.copyOf(columns);
        for (var i = 0; i < columns.size(); i++) {
            nodes.add(node(columns.get(i), i == 0));
        }
    }

    /// Every column in its order, hidden ones included.
    public List<FleetColumn<R>> list() {
        return columns;
    }

    /// The columns that are visible now.
    public List<FleetColumn<R>> visible() {
        var visible = new ArrayList<FleetColumn<R>>();
        for (var i = 0; i < columns.size(); i++) {
            if (nodes.get(i).isVisible()) {
                visible.add(columns.get(i));
            }
        }
        return visible;
    }

    /// The columns a person chose to hide. [HiddenColumns] keeps them.
    public ReadOnlyObjectProperty<Set<String>> hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /// Hides the columns of these ids and shows all others. The first column stays.
    public void hide(Set<String> ids) {
        var asked = new HashSet<>(ids);
        asked.remove(columns.getFirst().id());
        hidden.set(Set.copyOf(asked));
        fit(width);
    }

    /// The columns to give up first when there is too little room.
    public void yielding(List<String> ids) {
        yielding = List.copyOf(ids);
        fit(width);
    }

    /// The order a person asked for by pressing a column's head; pressed again it turns, a third time it ends.
    public ObjectProperty<@Nullable Order> orderProperty() {
        return order;
    }

    /// A menu with a tick for each visible column.
    public ContextMenu chooser() {
        var menu = new ContextMenu();
        for (var column : columns.subList(1, columns.size())) {
            var item = new CheckMenuItem(column.title());
            item.setSelected(!hidden.get().contains(column.id()));
            item.setOnAction(_ -> {
                var ids = new LinkedHashSet<>(hidden.get());
                if (item.isSelected()) {
                    ids.remove(column.id());
                } else {
                    ids.add(column.id());
                }
                hide(ids);
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    List<TableColumn<Integer, Integer>> all() {
        return nodes;
    }

    /// Gives `width` pixels to the columns: those that yield go first, the growing one takes the rest.
    void fit(double width) {
        this.width = width;
        var gone = new LinkedHashSet<>(hidden.get());
        for (var id : yielding) {
            if (width <= 0 || needed(gone) <= width) {
                break;
            }
            gone.add(id);
        }
        var rest = width - needed(gone);
        var grown = false;
        for (var i = columns.size() - 1; i >= 0; i--) {
            var column = columns.get(i);
            nodes.get(i).setVisible(!gone.contains(column.id()));
            var grows = !grown && column.kind() == FleetColumn.Kind.GROWING && !gone.contains(column.id());
            grown |= grows;
            nodes.get(i).setPrefWidth(pixels(i) + (grows ? Math.max(0, rest) : 0));
        }
    }

    private double needed(Set<String> gone) {
        var sum = SCROLL_BAR;
        for (var i = 0; i < columns.size(); i++) {
            sum += gone.contains(columns.get(i).id()) ? 0 : pixels(i);
        }
        return sum;
    }

    private double pixels(int index) {
        return columns.get(index).width() + (index == 0 ? EDGE + GAP / 2 : GAP);
    }

    private TableColumn<Integer, Integer> node(FleetColumn<R> column, boolean first) {
        var node = new TableColumn<Integer, Integer>();
        node.setId(column.id());
        node.getStyleClass().addAll("fleet-" + column.kind().name().toLowerCase(Locale.ROOT));
        if (first) {
            node.getStyleClass().add("fleet-first");
        }
        node.setSortable(false);
        node.setReorderable(false);
        node.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        node.setCellFactory(_ -> new FleetCell<>(lines, column, first));
        node.setGraphic(head(column));
        return node;
    }

    private HBox head(FleetColumn<R> column) {
        var name = new Label(column.head());
        var unit = new Label(column.unit());
        unit.getStyleClass().add("fleet-unit");
        var turn = new Label();
        turn.getStyleClass().add("fleet-order");
        turn.managedProperty().bind(turn.textProperty().isNotEmpty());
        unit.setManaged(!column.unit().isEmpty());
        var head = new HBox(name, unit, turn);
        head.setAlignment(column.kind() == FleetColumn.Kind.NUMBER ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        head.getStyleClass().add("fleet-head");
        head.setOnMouseClicked(_ -> order.set(next(column.id())));
        order.subscribe(now -> {
            var mine = now != null && now.columnId.equals(column.id());
            turn.setText(!mine || now == null ? "" : now.descending ? "↓" : "↑");
        });
        return head;
    }

    private @Nullable Order next(String id) {
        var now = order.get();
        if (now == null || !now.columnId.equals(id)) {
            return new Order(id, true);
        }
        return now.descending ? new Order(id, false) : null;
    }
}
