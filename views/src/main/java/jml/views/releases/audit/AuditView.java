package jml.views.releases.audit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.core.text.Words;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Links;
import jml.views.kit.Notice;
import jml.views.kit.Sentence;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetTable;
import jml.views.releases.SideLines;

/// The audit of one model: whether the journal verifies, its records, and beside them what was changed elsewhere and
/// who held which alias when. FX thread.
public final class AuditView {
    private final AuditViewModel model;
    private final Runnable copyLink;
    private final VBox root = new VBox();
    private final VBox title = new VBox();
    private final FleetTable<AuditContent.Row> records = new FleetTable<>(AuditColumns.all());
    private final VBox side = new VBox();
    private final HBox nothing = new HBox(Type.body("No record of the journal is about this model."));
    private final HBox body;

    /// @param copyLink copies the link of what is shown
    public AuditView(AuditViewModel model, Runnable copyLink) {
        this.model = model;
        this.copyLink = copyLink;
        root.getStyleClass().add("release-page");
        HBox.setHgrow(records, Priority.ALWAYS);
        records.setMinWidth(0);
        HBox.setHgrow(nothing, Priority.ALWAYS);
        nothing.getStyleClass().addAll("release-side", "ink-2");
        var scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        side.getStyleClass().add("release-side");
        var panel = new VBox(scroll);
        panel.getStyleClass().addAll("panel", "release-panel");
        body = new HBox(records, panel);
        VBox.setVgrow(body, Priority.ALWAYS);
    }

    public Region root() {
        return root;
    }

    public Subscription show() {
        return Subscription.combine(model.stateProperty().subscribe(this::showState), model.show());
    }

    private void showState(AuditViewModel.State state) {
        switch (state) {
            case AuditViewModel.State.Reading _ ->
                root.getChildren().setAll(Notice.loading("Reading and verifying the journal."));
            case AuditViewModel.State.Unknown(var name) ->
                root.getChildren()
                        .setAll(Notice.empty(
                                "No such model at this instant",
                                Words.oneLine(name, 80) + " is not among the models that are shown.",
                                new Action("Back to the release", model::back)));
            case AuditViewModel.State.Failed(var problem) ->
                root.getChildren()
                        .setAll(Notice.error(
                                "The journal could not be read",
                                Sentence.of(problem),
                                new Action("Try again", model::read),
                                new Action("Back to the release", model::back)));
            case AuditViewModel.State.Shown(var content) -> showContent(content);
        }
    }

    private void showContent(AuditContent content) {
        title.getChildren().setAll(head(content), band(content));
        records.show(content.rows());
        side.getChildren().setAll(aside(content));
        var empty = content.rows().isEmpty();
        body.getChildren().set(0, empty ? nothing : records);
        root.getChildren().setAll(title, body);
    }

    private HBox head(AuditContent content) {
        var about = Type.small(content.key().environment());
        about.getStyleClass().add("ink-3");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(
                Links.of(new Action(Words.oneLine(content.key().name(), 60), model::back)),
                Type.body("/"),
                Type.title("Audit"),
                about,
                space,
                Buttons.plain(new Action("Verify again", model::read)),
                Buttons.plain(new Action("Export", model::export)),
                Buttons.icon(Icon.LINK, new Action("Copy link", copyLink)));
        head.getStyleClass().addAll("row", "release-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static HBox band(AuditContent content) {
        Cells.Word said = content.journal();
        var mark = new HBox(IconView.of(said.icon()), Type.title(said.word()));
        mark.getStyleClass().addAll("row", "release-verdict", said.ink());
        mark.setAlignment(Pos.TOP_LEFT);
        var words = new VBox(Type.say(content.sentence()));
        if (!content.note().isEmpty()) {
            var note = Type.small(content.note());
            note.setWrapText(true);
            note.setMinHeight(Region.USE_PREF_SIZE);
            note.getStyleClass().add("ink-2");
            words.getChildren().add(note);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var band = new HBox(mark, words);
        band.getStyleClass().addAll("release-band", said.ink() + "-band");
        return band;
    }

    private static List<Node> aside(AuditContent content) {
        var nodes = new ArrayList<Node>();
        nodes.add(SideLines.section("Made elsewhere", content.elsewhereNote()));
        nodes.add(
                SideLines.sentence(
                        content.elsewhere().isEmpty()
                                ? "Every change seen of this model is an act of this console."
                                : "Changes that no act of this console explains: made by others, or by the release's own plan."));
        content.elsewhere().forEach(it -> {
            nodes.add(SideLines.pair(it.time(), it.text()));
            nodes.add(SideLines.pair("", "by whom is not told · seen in " + it.source()));
        });
        nodes.add(SideLines.section("Aliases", "who held which when"));
        if (content.aliases().isEmpty()) {
            nodes.add(SideLines.sentence("None was seen."));
        }
        content.aliases().forEach(it -> nodes.add(SideLines.pair(it.alias(), it.version() + " " + it.held())));
        return nodes;
    }
}
