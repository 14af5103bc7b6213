package jml.views.releases.review;

import java.nio.file.Files;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import jml.core.text.Words;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Links;
import jml.views.kit.Notice;
import jml.views.kit.Sentence;
import jml.views.kit.StateBadge;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.icon.StateLook;
import jml.views.kit.screen.Surroundings;

/// The reviewer's page: the frozen evidence on the left, the decision on the right. FX thread.
public final class ReviewView {
    private final ReviewViewModel model;
    private final ReviewQueue queue;
    private final OpenReview opened;
    private final Surroundings around;
    private final VBox root = new VBox();
    private final VBox title = new VBox();
    private final EvidenceColumn evidence = new EvidenceColumn();
    private final DecisionPanel panel;
    private final HBox body;

    public ReviewView(ReviewViewModel model, ReviewQueue queue, Surroundings around) {
        this.model = model;
        this.queue = queue;
        this.around = around;
        opened = new OpenReview(queue, model, around.navigation());
        panel = new DecisionPanel(new ReviewForm(model, around.clock().getZone()), this::toBoard);
        root.getStyleClass().add("release-page");
        var scroll = new ScrollPane(evidence);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        body = new HBox(scroll, panel);
        VBox.setVgrow(body, Priority.ALWAYS);
    }

    public Region root() {
        return root;
    }

    public Subscription show() {
        return Subscription.combine(
                opened.stateProperty().subscribe(this::showState),
                model.contentProperty().subscribe(_ -> showContent()),
                model.decidedProperty().subscribe(_ -> showContent()),
                opened.show());
    }

    private void showState(OpenReview.State state) {
        switch (state) {
            case SHOWN -> root.getChildren().setAll(title, body);
            case WAITING -> root.getChildren().setAll(Notice.loading("Asking which reviews wait."));
            case NONE ->
                root.getChildren()
                        .setAll(Notice.empty(
                                "Nothing waits here",
                                "It was decided, or it is no longer asked for. The board shows what waits now.",
                                new Action("Back to the board", this::toBoard)));
            case FAILED -> root.getChildren().setAll(failed());
        }
    }

    private Notice failed() {
        var answer = queue.answerProperty().get();
        return Notice.error(
                "What waits could not be asked",
                Sentence.of(answer == null ? "" : answer.problem()),
                new Action("Try again", queue::askAgain),
                new Action("Back to the board", this::toBoard));
    }

    private void showContent() {
        var content = model.contentProperty().get();
        if (content != null) {
            title.getChildren().setAll(head(content), band(content));
            evidence.show(content.evidence());
            panel.show(content, model.decidedProperty().get());
        }
    }

    private HBox head(ReviewContent content) {
        var name = Type.title("Approval");
        var change = Type.small(content.change());
        change.getStyleClass().add("ink-2");
        var waits = StateBadge.filled(StateLook.PAUSED).show(StateLook.PAUSED, content.waits());
        waits.setMinWidth(Region.USE_PREF_SIZE);
        var until = Type.small(content.until());
        until.getStyleClass().add("ink-3");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var file = Buttons.ghost(new Action("Evidence as file", () -> save(content)));
        file.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(
                Links.of(new Action("Releases", this::toBoard)),
                Type.body("/"),
                Type.body(Words.oneLine(content.model(), 60)),
                Type.body("/"),
                name,
                change,
                waits,
                until,
                space,
                file,
                Buttons.icon(Icon.LINK, new Action("Copy link", around.copyLink())));
        head.getStyleClass().addAll("row", "release-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox band(ReviewContent content) {
        var said = content.evidence();
        var verdict = Type.title(said.verdict().word());
        var mark = new HBox(IconView.of(said.verdict().icon()), verdict);
        mark.getStyleClass().addAll("row", "release-verdict", said.verdict().ink());
        mark.setAlignment(Pos.TOP_LEFT);
        var frozen = Type.small(content.frozen());
        frozen.getStyleClass().add("ink-2");
        var words = new VBox(Type.say(said.sentence()), frozen);
        HBox.setHgrow(words, Priority.ALWAYS);
        var again = Buttons.plain(new Action("Freeze again", model::freezeAgain));
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.disableProperty().bind(model.decidedProperty().isNotEmpty().or(model.pastProperty()));
        var band = new HBox(mark, words, again);
        band.setAlignment(Pos.CENTER_LEFT);
        band.getStyleClass().addAll("release-band", said.verdict().ink() + "-band");
        return band;
    }

    private void save(ReviewContent content) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(
                "evidence-" + content.model() + "-" + content.frozenEvidence().version() + ".json");
        var file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            var _ = around.work()
                    .run(
                            () -> Files.write(
                                    file.toPath(), content.frozenEvidence().bytes()),
                            path -> around.say().accept("Saved " + path.getFileName() + "."),
                            problem -> around.say().accept("Could not save: " + problem.getMessage() + "."));
        }
    }

    private void toBoard() {
        around.navigation().go(around.navigation().here().withSection("").withSelection(""));
    }
}
