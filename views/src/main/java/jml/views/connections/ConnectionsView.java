package jml.views.connections;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import jml.core.source.SourceSettings;
import jml.core.text.Words;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.TabStrip;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import org.jspecify.annotations.Nullable;

/// Connections: what the console asks, how it answers, and how that is changed; and what belongs to no model.
final class ConnectionsView implements Screen {
    private static final int SOURCES = 0;
    private static final int MAPPING = 1;

    private final ConnectionsViewModel model;
    private final Surroundings around;
    private final HBox root = new HBox();
    private final TabStrip tabs = new TabStrip("Sources", "Mapping");
    private final SourcesTab sources = new SourcesTab();
    private final MappingTab mapping;
    private final SourcePanel sourcePanel;
    private final RulePanel rulePanel;
    private @Nullable Shown shown;
    private boolean following;

    ConnectionsView(ConnectionsViewModel model, Surroundings around) {
        this.model = model;
        this.around = around;
        mapping = new MappingTab(
                () -> around.navigation().go(around.navigation().here().to(ScreenId.ON_CALL)));
        sourcePanel = new SourcePanel(model, around);
        rulePanel = new RulePanel(around);
        tabs.selectedProperty().subscribe((_, now) -> {
            if (!following) {
                model.section(now.intValue() == MAPPING ? ConnectionsViewModel.MAPPING : "");
            }
        });
        sources.table().selectedKeyProperty().subscribe(this::selected);
        mapping.table().selectedKeyProperty().subscribe(this::selected);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        var add = Buttons.plain(new Action("Add by hand", model::addByHand));
        var head = new HBox(tabs, add);
        head.setAlignment(Pos.BOTTOM_LEFT);
        head.getStyleClass().add("connections-head");
        var body = new StackPane(sources, mapping);
        VBox.setVgrow(body, Priority.ALWAYS);
        var left = new VBox(head, body);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        var panels = new StackPane(sourcePanel, rulePanel);
        panels.getStyleClass().add("connections-panel");
        root.getStyleClass().add("connections");
        root.getChildren().addAll(left, panels);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Subscription show() {
        return Subscription.combine(
                around.navigation().hereProperty().subscribe(this::showLink),
                model.contentProperty().subscribe(_ -> showContent()),
                model.trialProperty().subscribe(sourcePanel::showTrial),
                model.show());
    }

    private void selected(@Nullable String key) {
        if (key != null && !following) {
            model.select(key);
        }
    }

    private void showLink(Link link) {
        following = true;
        var inMapping = ConnectionsViewModel.mapping(link);
        tabs.selectedProperty().set(inMapping ? MAPPING : SOURCES);
        sources.setVisible(!inMapping);
        mapping.setVisible(inMapping);
        sourcePanel.setVisible(!inMapping);
        rulePanel.setVisible(inMapping);
        var key = link.selection().isEmpty() ? null : link.selection();
        sources.table().selectedKeyProperty().set(inMapping ? null : key);
        mapping.table().selectedKeyProperty().set(inMapping ? key : null);
        following = false;
        showContent();
    }

    private void showContent() {
        var content = model.contentProperty().get();
        if (content == null) {
            return;
        }
        tabs.rename(SOURCES, "Sources " + Words.count(content.count()));
        tabs.rename(MAPPING, "Mapping " + Words.count(content.unmatched().size()));
        sources.show(content);
        mapping.show(content.unmatched());
        var selection = around.navigation().here().selection();
        rulePanel.show(mapping.of(selection).orElse(null));
        showPanel(content, selection);
    }

    /// The form is made anew only for another source or another state of it: a refresh must not disturb who types.
    private void showPanel(ConnectionsContent content, String selection) {
        var row = SourcesTab.row(content.sources(), selection).orElse(null);
        var asShown = new Shown(
                selection,
                row == null ? "" : row.state().word(),
                row == null ? null : row.settings(),
                model.draft().isPresent(),
                content.past());
        if (!asShown.equals(shown)) {
            shown = asShown;
            sourcePanel.show(row, content.past());
        }
    }

    private record Shown(
            String selection, String state, @Nullable SourceSettings settings, boolean draft, boolean past) {}
}
