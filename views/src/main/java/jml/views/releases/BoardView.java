package jml.views.releases;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.core.act.ReleaseState;
import jml.core.text.Words;
import jml.views.act.Propose;
import jml.views.kit.Action;
import jml.views.kit.FilterChip;
import jml.views.kit.Notice;
import jml.views.kit.SearchField;
import jml.views.kit.Type;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.SceneKeys;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.kit.table.FleetTable;
import jml.views.kit.table.TableMenu;
import org.jspecify.annotations.Nullable;

/// The board: what waits for somebody, and every release under way grouped by who must move.
final class BoardView implements Screen {
    private static final String NAME = "releases";
    private static final int CARDS = 3;

    private final BoardViewModel model;
    private final Surroundings around;
    private final Propose propose;
    private final VBox root = new VBox();
    private final GridPane cards = new GridPane();
    private final VBox queue = new VBox();
    private final Label waiting = Type.small("");
    private final Map<ReleaseState, FilterChip> chips = new EnumMap<>(ReleaseState.class);
    private final SearchField filter = new SearchField("Filter", "/");
    private final FleetTable<ReleaseRow> table = new FleetTable<>(BoardColumns.all());
    private final StackPane place = new StackPane(table);
    private final Notice none;
    private boolean following;

    BoardView(BoardViewModel model, Surroundings around, Propose propose) {
        this.model = model;
        this.around = around;
        this.propose = propose;
        none = Notice.empty(
                "No release is under way",
                "Releases appear here while two versions of a model share its traffic.",
                new Action("See the fleet", () -> around.navigation()
                        .go(around.navigation().here().to(ScreenId.ON_CALL))));
        waiting.getStyleClass().add("ink-3");
        var title = new HBox(Type.title("Waiting for somebody"), waiting);
        title.getStyleClass().addAll("row", "board-title");
        title.setAlignment(Pos.BASELINE_LEFT);
        cards.getStyleClass().add("board-cards");
        for (int i = 0; i < CARDS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / CARDS);
            cards.getColumnConstraints().add(column);
        }
        queue.setMinHeight(Region.USE_PREF_SIZE);
        queue.getChildren().addAll(title, cards);
        queue.getStyleClass().add("board-queue");
        root.getStyleClass().add("releases");
        VBox.setVgrow(place, Priority.ALWAYS);
        root.getChildren().addAll(queue, head(), place);
        prepareTable();
    }

    private void prepareTable() {
        table.columns().yielding(BoardColumns.YIELDING);
        around.hiddenColumns().follow(NAME, table.columns());
        table.onOpen(this::open);
        table.selectedKeyProperty().subscribe((_, key) -> {
            if (key != null && !following) {
                model.select(key);
            }
        });
        filter.field().textProperty().subscribe((_, typed) -> {
            if (!following) {
                model.filter(typed);
            }
        });
        filter.field().setOnAction(_ -> table.requestFocus());
    }

    private HBox head() {
        var bar = new HBox();
        bar.getStyleClass().add("counter-bar");
        for (var state : ReleaseState.values()) {
            if (state != ReleaseState.PROMOTING) {
                var look = ReleaseLook.of(state);
                var chip = new FilterChip(look.icon(), look.ink(), word(state), 0);
                chip.setOnAction(_ -> model.toggle(state));
                chips.put(state, chip);
                bar.getChildren().add(chip);
            }
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        filter.getStyleClass().add("oncall-filter");
        var menu = new TableMenu<>(table, around, NAME);
        var head = new HBox(bar, space, filter, menu.columns(), menu.export());
        head.getStyleClass().add("oncall-head");
        return head;
    }

    private static String word(ReleaseState state) {
        var word = state.word().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public Subscription show() {
        return Subscription.combine(
                model.contentProperty().subscribe(this::showContent),
                around.navigation().hereProperty().subscribe(this::showLink),
                model.show(),
                SceneKeys.listen(root, this::pressed));
    }

    private void showLink(Link link) {
        if (link.screen() != ScreenId.RELEASES) {
            return;
        }
        following = true;
        if (!filter.field().getText().equals(link.filter())) {
            filter.field().setText(link.filter());
        }
        table.selectedKeyProperty().set(link.selection().isEmpty() ? null : link.selection());
        following = false;
    }

    private void showContent(@Nullable BoardContent content) {
        if (content == null) {
            return;
        }
        cards.getChildren().clear();
        for (int i = 0; i < content.cards().size(); i++) {
            var card = content.cards().get(i);
            cards.add(new QueueCard(card, i == 0, () -> open(card.row()), propose), i, 0);
        }
        int all = content.cards().size() + content.more();
        waiting.setText(
                content.more() > 0
                        ? Words.count(all) + ", most urgent first; " + Words.count(content.more()) + " more below"
                        : Words.count(all) + ", most urgent first");
        queue.setVisible(all > 0);
        queue.setManaged(all > 0);
        chips.forEach((state, chip) -> {
            int n = content.counts().getOrDefault(state, 0)
                    + (state == ReleaseState.PROMOTE ? content.counts().getOrDefault(ReleaseState.PROMOTING, 0) : 0);
            chip.count(n);
            chip.setSelected(model.only().contains(state));
            boolean shown = n > 0 || model.only().contains(state);
            chip.setVisible(shown);
            chip.setManaged(shown);
        });
        table.show(content.lines());
        if (content.total() == 0 && !place.getChildren().contains(none)) {
            place.getChildren().setAll(none);
        } else if (content.total() > 0) {
            place.getChildren().setAll(table);
        }
    }

    private void open(ReleaseRow row) {
        model.open(row);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SLASH || event.getText().equals("/")) {
            filter.enterBy("/");
            event.consume();
        }
    }
}
