package jml.views.oncall.panel;

import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.core.model.ModelKey;
import jml.core.text.Words;
import jml.views.act.OfferBar;
import jml.views.act.Propose;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Links;
import jml.views.kit.StateBadge;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.icon.StateLook;
import jml.views.oncall.runbook.Runbook;
import org.jspecify.annotations.Nullable;

/// What is known of the selected model, in the order a tired person reads: what is wrong, since when, what changed.
/// What one can do stays in place below while the rest scrolls.
public final class ModelPanel {
    private final PanelViewModel model;
    private final BiConsumer<ModelKey, Runbook> openRunbook;
    private final StackPane root = new StackPane();
    private final VBox panel = new VBox();
    private final StateBadge badge = StateBadge.filled(StateLook.HEALTHY);
    private final Label name = Type.title("");
    private final Label meta = Type.small("");
    private final Label headline = Type.say("");
    private final Label detail = Type.body("");
    private final Hyperlink next = Links.of(new Action("next", () -> {}));
    private final PanelFigureRow figures = new PanelFigureRow();
    private final PanelChart chart;
    private final PanelSections sections;
    private final VBox foot = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Runnable copyLink;
    private final Propose propose;
    private @Nullable PanelContent shown;

    /// @param nothing what stands here while no model is selected
    /// @param copyLink copies the link of what is shown
    /// @param openRunbook opens a runbook beside the panel
    public ModelPanel(
            PanelViewModel model,
            Propose propose,
            Region nothing,
            Runnable copyLink,
            BiConsumer<ModelKey, Runbook> openRunbook) {
        this.model = model;
        this.openRunbook = openRunbook;
        this.copyLink = copyLink;
        this.propose = propose;
        chart = new PanelChart(model::retry, model::toSources);
        sections = new PanelSections(new AlertRow.Ways(this::open, model::silences, propose));
        panel.getStyleClass().addAll("panel", "model-panel");
        panel.getChildren().addAll(head(), body(), foot);
        foot.getStyleClass().add("panel-foot");
        root.getChildren().addAll(nothing, panel);
        panel.visibleProperty().bind(model.contentProperty().isNotNull());
        nothing.visibleProperty().bind(model.contentProperty().isNull());
    }

    public Region root() {
        return root;
    }

    /// Follows the selection until unsubscribed.
    public Subscription show() {
        return Subscription.combine(
                model.contentProperty().subscribe(this::showContent),
                model.chartProperty().subscribe(this::showChart),
                model.show());
    }

    private HBox head() {
        meta.getStyleClass().add("ink-3");
        name.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        var copy = Buttons.icon(Icon.LINK, new Action("Copy link", copyLink));
        var head = new HBox(badge, name, meta, space, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private ScrollPane body() {
        detail.setWrapText(true);
        detail.getStyleClass().add("ink-2");
        next.setWrapText(true);
        next.managedProperty().bind(next.visibleProperty());
        var say = new VBox(headline, detail, next);
        say.getStyleClass().add("panel-say");
        var content = new VBox(say, figures, chart, sections);
        content.getStyleClass().add("panel-content");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private void showContent(@Nullable PanelContent content) {
        if (content == null || content.equals(shown)) {
            shown = content;
            return;
        }
        if (shown == null || !shown.key().equals(content.key())) {
            scroll.setVvalue(0);
        }
        badge.show(content.look(), content.word());
        name.setText(Words.oneLine(content.key().name(), 80));
        meta.setText(content.meta());
        headline.setText(content.headline());
        detail.setText(content.detail());
        var following = content.next();
        next.setVisible(following != null);
        if (following != null) {
            next.setText(following.words());
            next.setOnAction(_ -> model.jump(following.at()));
        }
        figures.show(content.figures());
        sections.show(content);
        foot(content);
        shown = content;
    }

    private void showChart(PanelViewModel.Chart now) {
        chart.show(now);
        if (now instanceof PanelViewModel.Chart.Drawn drawn) {
            sections.utilisation(drawn.utilisation());
        }
    }

    private void foot(PanelContent content) {
        if (shown != null
                && Objects.equals(shown.runbook(), content.runbook())
                && shown.judged().equals(content.judged())) {
            return;
        }
        var why = content.judged().harmful() ? content.judged().word() : "";
        var runbook = content.runbook();
        var ways = runbook == null ? new Node[0] : new Node[] {way("Open runbook", Icon.BOOK, () -> open(runbook))};
        foot.getChildren().setAll(OfferBar.lines(content.judged().offers(), why, propose, ways));
    }

    private static Button way(String words, Icon icon, Runnable run) {
        var button = Buttons.plain(new Action(words, run));
        button.getStyleClass().add("big");
        button.setGraphic(IconView.of(icon));
        return button;
    }

    private void open(Runbook runbook) {
        var content = shown;
        if (content != null) {
            openRunbook.accept(content.key(), runbook);
        }
    }
}
