package jml.views.oncall;

import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.core.model.ModelKey;
import jml.views.act.Propose;
import jml.views.kit.Action;
import jml.views.kit.Banner;
import jml.views.kit.SearchField;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.SceneKeys;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.kit.table.FleetTable;
import jml.views.kit.table.TableMenu;
import jml.views.oncall.panel.ModelPanel;
import jml.views.oncall.panel.PanelViewModel;
import jml.views.oncall.runbook.Runbook;
import jml.views.oncall.runbook.RunbookPane;
import jml.views.oncall.runbook.RunbookTicks;
import org.jspecify.annotations.Nullable;

/// On-call: which models are in trouble, worst first, and beside them what is known of the selected one.
final class OnCallView implements Screen {
    /// Of the table in settings and exports.
    private static final String NAME = "on-call";

    /// The section of Connections that lists what belongs to no model.
    private static final String MAPPING = "mapping";

    /// Narrower than this, the counters' words have no room.
    private static final double WORDS_FROM = 820;

    private final OnCallViewModel model;
    private final Surroundings around;
    private final Propose propose;
    private final Runnable toSources;
    private final HBox root = new HBox();
    private final CounterBar counters;
    private final SearchField filter = new SearchField("Filter", "/");
    private final FleetTable<OnCallRow> table = new FleetTable<>(OnCallColumns.all());
    private final StackPane warning = new StackPane();
    private final StackPane empty = new StackPane();
    private final UnmatchedLine unmatched;
    private final BesideTable beside;
    private final StackPane panelPlace = new StackPane();
    private final PanelViewModel selected;
    private final RunbookTicks ticks;
    private @Nullable ModelPanel panel;
    private @Nullable RunbookPane runbook;
    private OnCallContent.@Nullable Warning warned;
    private @Nullable EmptyTable emptied;
    private boolean following;

    OnCallView(
            OnCallViewModel model,
            PanelViewModel selected,
            RunbookTicks ticks,
            Propose propose,
            BesideTable beside,
            Surroundings around) {
        this.model = model;
        this.selected = selected;
        this.ticks = ticks;
        this.propose = propose;
        this.around = around;
        this.toSources = () -> go("");
        this.beside = beside;
        counters = new CounterBar(model::toggle);
        unmatched = new UnmatchedLine(around.say(), () -> go(MAPPING));
        panelPlace.getStyleClass().add("panel-place");
        prepareTable();
        VBox.setVgrow(empty, Priority.ALWAYS);
        var list = new VBox(head(), warning, empty, unmatched);
        list.getStyleClass().add("oncall-list");
        list.setMinWidth(0);
        list.widthProperty().subscribe(width -> counters.shorten(width.doubleValue() < WORDS_FROM));
        HBox.setHgrow(list, Priority.ALWAYS);
        root.getStyleClass().add("oncall");
        root.getChildren().addAll(list, panelPlace);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Subscription show() {
        return Subscription.combine(
                model.contentProperty().subscribe(this::showContent),
                around.navigation().hereProperty().subscribe(this::showLink),
                model.show(),
                around.work().afterFirstFrame(this::showPanel),
                SceneKeys.listen(root, this::pressed));
    }

    private void go(String section) {
        var navigation = around.navigation();
        navigation.go(navigation.here().to(ScreenId.CONNECTIONS).withSection(section));
    }

    private Subscription showPanel() {
        if (panel == null) {
            panel = new ModelPanel(selected, propose, beside, around.copyLink(), this::openRunbook);
            panelPlace.getChildren().add(panel.root());
        }
        return panel.show();
    }

    private void prepareTable() {
        table.columns().yielding(OnCallColumns.YIELDING);
        around.hiddenColumns().follow(NAME, table.columns());
        table.selectedKeyProperty().subscribe((_, key) -> {
            if (key != null && !following) {
                model.select(key);
            }
        });
        table.columns().orderProperty().subscribe((_, order) -> model.order(order));
        table.pointedProperty().subscribe((_, _) -> hold());
        table.keyedProperty().subscribe((_, _) -> hold());
        filter.field().textProperty().subscribe((_, typed) -> {
            if (!following) {
                model.filter(typed);
            }
        });
        filter.field().setOnAction(_ -> table.requestFocus());
        empty.getChildren().add(table);
    }

    private HBox head() {
        filter.getStyleClass().add("oncall-filter");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var menu = new TableMenu<>(table, around, NAME);
        // Large counts take room; what can be clicked keeps its own.
        menu.columns().setMinWidth(Region.USE_PREF_SIZE);
        menu.export().setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(counters, space, filter, menu.columns(), menu.export());
        head.getStyleClass().add("oncall-head");
        return head;
    }

    private void showLink(Link link) {
        following = true;
        if (!filter.field().getText().equals(link.filter())) {
            filter.field().setText(link.filter());
        }
        table.selectedKeyProperty().set(link.selection().isEmpty() ? null : link.selection());
        following = false;
        beside.show(model.contentProperty().get(), link.selection());
    }

    private void showContent(@Nullable OnCallContent content) {
        beside.show(content, around.navigation().here().selection());
        if (content == null) {
            return;
        }
        counters.show(content.counts(), model.states());
        table.show(content.lines());
        unmatched.show(content.unmatched());
        showEmpty(content);
        if (!Objects.equals(warned, content.warning())) {
            warned = content.warning();
            warning.getChildren().clear();
            if (warned != null) {
                warning.getChildren()
                        .add(new Banner(Banner.Kind.STALE, warned.lead(), warned.rest())
                                .link(new Action("Why", toSources))
                                .slim());
            }
        }
    }

    private void showEmpty(OnCallContent content) {
        var reason = EmptyTable.of(content, around.navigation().here());
        // Made anew only for another reason: a notice that waits would else begin to wait again.
        if (!Objects.equals(reason.orElse(null), emptied)) {
            emptied = reason.orElse(null);
            table.setVisible(emptied == null);
            empty.getChildren().setAll(table);
            reason.ifPresent(it -> empty.getChildren().add(it.notice(model::clearFilters, toSources)));
        }
    }

    private void hold() {
        model.holdOrder(table.pointedProperty().get() || table.keyedProperty().get());
    }

    private void openRunbook(ModelKey key, Runbook book) {
        if (runbook == null) {
            runbook = new RunbookPane(ticks, this::closeRunbook, around.browse());
        }
        runbook.show(key, book);
        if (!runbookOpen()) {
            root.getChildren().add(1, runbook);
        }
    }

    private boolean runbookOpen() {
        return runbook != null && root.getChildren().contains(runbook);
    }

    private void closeRunbook() {
        root.getChildren().remove(runbook);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SLASH || event.getText().equals("/")) {
            filter.enterBy("/");
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && runbookOpen()) {
            closeRunbook();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && beside.welcoming() && beside.isVisible()) {
            model.selectFirst();
            event.consume();
        }
    }
}
