package jml.views.releases.page;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.core.text.Words;
import jml.views.act.OfferBar;
import jml.views.act.Propose;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Links;
import jml.views.kit.Notice;
import jml.views.kit.TabStrip;
import jml.views.kit.Type;
import jml.views.kit.chart.StepTrack;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.table.FleetTable;
import jml.views.releases.SideLines;
import org.jspecify.annotations.Nullable;

/// The page of one release: the verdict, the ramp, the judge's metrics with charts of the chosen one, and beside them
/// what changed and what can be done.
public final class PageView {
    private static final int NEWEST = 5;

    private final PageViewModel model;
    private final Propose propose;
    private final Runnable copyLink;
    private final VBox doing = new VBox();
    private final VBox root = new VBox();
    private final VBox title = new VBox();
    private final VBox left = new VBox();
    private final TabStrip tabs = new TabStrip("Overview", "What changed", "Checklist");
    private final StackPane place = new StackPane();
    private final VBox overview = new VBox();
    private final ChangesTab changes = new ChangesTab();
    private final ChecklistTab checklist = new ChecklistTab();
    private final VBox right = new VBox();
    private final StepTrack ramp = new StepTrack();
    private final VBox track = new VBox();
    private final Label holds = Type.small("");
    private final FleetTable<PageContent.MetricRow> metrics = new FleetTable<>(MetricColumns.all());
    private final Label conditions = Type.small("");
    private final MetricCharts charts = new MetricCharts();
    private final HBox body = new HBox();
    private final Notice gone;
    private boolean following;

    public PageView(PageViewModel model, Propose propose, Runnable copyLink) {
        this.model = model;
        this.propose = propose;
        this.copyLink = copyLink;
        gone = Notice.empty(
                "This release is not under way at this instant",
                "It has ended, or not begun. The board shows those that are.",
                new Action("Back to the board", model::back));
        root.getStyleClass().add("release-page");
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        conditions.setWrapText(true);
        conditions.setMinHeight(Region.USE_PREF_SIZE);
        conditions.getStyleClass().addAll("ink-2", "release-conditions");
        holds.getStyleClass().add("ink-2");
        holds.setWrapText(true);
        metrics.getStyleClass().add("release-metrics");
        metrics.selectedKeyProperty().subscribe((_, key) -> {
            if (key != null && !following) {
                model.choose(key);
            }
        });
        track.getChildren().addAll(ramp, holds);
        track.getStyleClass().add("release-ramp");
        overview.getStyleClass().add("release-left");
        overview.getChildren().addAll(track, metrics, conditions, charts);
        VBox.setVgrow(metrics, Priority.SOMETIMES);
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(0);
        left.getChildren().addAll(tabs, place);
        tabs.getStyleClass().add("release-tabs");
        tabs.selectedProperty().subscribe(index -> model.choose(PageTab.values()[index.intValue()]));
        body.getChildren().addAll(left, side());
        VBox.setVgrow(body, Priority.ALWAYS);
    }

    private VBox side() {
        var scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        right.getStyleClass().add("release-side");
        var foot = new HBox(doing);
        HBox.setHgrow(doing, Priority.ALWAYS);
        doing.getStyleClass().add("stack");
        foot.getStyleClass().add("panel-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        var side = new VBox(scroll, foot);
        side.getStyleClass().addAll("panel", "release-panel");
        return side;
    }

    public Region root() {
        return root;
    }

    public Subscription show() {
        return Subscription.combine(
                model.contentProperty().subscribe(this::showContent),
                model.tabProperty().subscribe(this::showTab),
                model.show());
    }

    private void showTab(PageTab tab) {
        tabs.selectedProperty().set(tab.ordinal());
        place.getChildren()
                .setAll(
                        switch (tab) {
                            case OVERVIEW -> overview;
                            case CHANGES -> changes;
                            case CHECKLIST -> checklist;
                        });
    }

    private void showContent(@Nullable PageContent content) {
        if (content == null) {
            root.getChildren().setAll(gone);
            return;
        }
        title.getChildren().setAll(head(content), band(content.band()));
        if (!root.getChildren().contains(body)) {
            root.getChildren().setAll(title, body);
        }
        ramp.show(content.ramp());
        holds.setText(content.holds());
        boolean planned = !content.ramp().isEmpty() || !content.holds().isEmpty();
        track.setVisible(planned);
        track.setManaged(planned);
        following = true;
        metrics.show(content.metrics());
        var shown = content.charts();
        metrics.selectedKeyProperty().set(shown == null ? null : shown.metric());
        following = false;
        metrics.setMaxHeight((content.metrics().size() + 1) * 28.0 + 2);
        metrics.setMinHeight(Math.min(metrics.getMaxHeight(), 180));
        conditions.setText(content.conditions());
        charts.setVisible(shown != null);
        if (shown != null) {
            charts.show(shown);
        }
        right.getChildren().setAll(aside(content));
        showTabs(content);
        doing.getChildren()
                .setAll(OfferBar.lines(
                        content.offers(),
                        "Judge says " + content.band().verdict().word(),
                        propose,
                        review(content.waiting())));
    }

    private Node[] review(PageContent.@Nullable Waiting waiting) {
        if (waiting == null) {
            return new Node[0];
        }
        var button = Buttons.plain(new Action("Review", () -> model.review(waiting)));
        button.getStyleClass().add("big");
        return new Node[] {button};
    }

    private HBox head(PageContent content) {
        var name = Type.title(Words.oneLine(content.key().name(), 60));
        var arms = Type.body(content.arms().baseline() + " → ");
        var canary = Type.body(content.arms().canary());
        canary.getStyleClass().addAll("ink-canary", "semibold");
        var versions = new HBox(arms, canary);
        versions.setAlignment(Pos.CENTER_LEFT);
        var meta = Type.small(content.environment().name() + " · " + content.meta());
        meta.getStyleClass().add("ink-3");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var compare = Links.small(new Action("Compare versions", model::compare));
        var audit = Buttons.icon(Icon.HISTORY, new Action("Audit of this model", model::audit));
        var copy = Buttons.icon(Icon.LINK, new Action("Copy link", copyLink));
        var head = new HBox(
                Links.of(new Action("Releases", model::back)),
                Type.body("/"),
                name,
                versions,
                meta,
                space,
                compare,
                audit,
                copy);
        head.getStyleClass().addAll("row", "release-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static HBox band(PageContent.Band said) {
        var verdict = Type.title(said.verdict().word());
        var mark = new HBox(IconView.of(said.verdict().icon()), verdict);
        mark.getStyleClass().addAll("row", "release-verdict", said.verdict().ink());
        mark.setAlignment(Pos.TOP_LEFT);
        var sentence = Type.say(said.sentence());
        var note = Type.small(said.note());
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("ink-2");
        var words = new VBox(sentence, note);
        HBox.setHgrow(words, Priority.ALWAYS);
        var band = new HBox(mark, words);
        band.getStyleClass().addAll("release-band", said.verdict().ink() + "-band");
        return band;
    }

    private static List<Node> aside(PageContent content) {
        var nodes = new ArrayList<Node>();
        var waiting = content.waiting();
        nodes.add(SideLines.section("What changed since " + content.arms().baseline(), content.served()));
        content.versions().forEach(it -> nodes.add(SideLines.pair(it.what(), it.words())));
        if (waiting != null) {
            nodes.add(SideLines.section("Checklist", waiting.checklistNote()));
            waiting.checklist().forEach(it -> nodes.add(SideLines.fact(it)));
            nodes.add(SideLines.section("Trust", "signature, approvals, lineage, policies"));
            waiting.trust().forEach(it -> nodes.add(SideLines.fact(it)));
        }
        nodes.add(SideLines.section("On the way", "newest first"));
        if (content.changes().isEmpty()) {
            nodes.add(SideLines.pair("", "Nothing in the last day."));
        }
        content.changes().stream().limit(NEWEST).forEach(it -> nodes.add(SideLines.pair(it.time(), it.text())));
        return nodes;
    }

    private void showTabs(PageContent content) {
        changes.show(content);
        checklist.show(content.waiting());
        tabs.rename(
                PageTab.CHANGES.ordinal(),
                "What changed " + (content.versions().size() + content.changes().size()));
        var waiting = content.waiting();
        tabs.rename(
                PageTab.CHECKLIST.ordinal(), waiting == null ? "Checklist" : "Checklist " + waiting.checklistNote());
    }
}
