package jml.views.oncall;

import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.views.kit.Action;
import jml.views.kit.Banner;
import jml.views.kit.Buttons;
import jml.views.kit.SearchField;
import jml.views.kit.icon.Icon;
import jml.views.kit.screen.Screen;
import jml.views.kit.table.FleetTable;
import org.jspecify.annotations.Nullable;

/// On-call: which models are in trouble, worst first, and beside them what is known of the selected one.
public final class OnCallView implements Screen {
    private final OnCallViewModel model;
    private final HBox root = new HBox();
    private final CounterBar counters;
    private final SearchField filter = new SearchField("Filter", "/");
    private final FleetTable<OnCallRow> table = new FleetTable<>(OnCallColumns.all());
    private final StackPane warning = new StackPane();
    private final StackPane under = new StackPane();
    private OnCallContent.@Nullable Warning warned;

    OnCallView(OnCallViewModel model) {
        this.model = model;
        counters = new CounterBar(model::toggle);
        table.columns().yielding(OnCallColumns.YIELDING);
        table.selectedKeyProperty().subscribe(key -> {
            if (key != null) {
                model.select(key);
            }
        });
        table.columns().orderProperty().subscribe(model::order);
        table.pointedProperty().subscribe(model::holdOrder);
        filter.field().textProperty().subscribe(model::filter);
        VBox.setVgrow(table, Priority.ALWAYS);
        var list = new VBox(head(), warning, table, under);
        list.getStyleClass().add("oncall-list");
        list.setMinWidth(0);
        HBox.setHgrow(list, Priority.ALWAYS);
        root.getStyleClass().add("oncall");
        root.getChildren().add(list);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Subscription show() {
        var content = model.contentProperty().subscribe(this::showContent);
        return content.and(model.show());
    }

    private HBox head() {
        filter.getStyleClass().add("oncall-filter");
        var columns = Buttons.icon(Icon.COLUMNS, new Action("Columns", () -> {}));
        columns.setOnAction(_ -> table.columns().chooser().show(columns, javafx.geometry.Side.BOTTOM, 0, 4));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(counters, space, filter, columns);
        head.getStyleClass().add("oncall-head");
        return head;
    }

    private void showContent(@Nullable OnCallContent content) {
        if (content == null) {
            return;
        }
        counters.show(content.counts(), model.states());
        table.show(content.lines());
        if (!Objects.equals(warned, content.warning())) {
            warned = content.warning();
            warning.getChildren().clear();
            if (warned != null) {
                warning.getChildren().add(new Banner(Banner.Kind.STALE, warned.lead(), warned.rest()).slim());
            }
        }
    }
}
