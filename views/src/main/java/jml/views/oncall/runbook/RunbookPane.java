package jml.views.oncall.runbook;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.core.model.ModelKey;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// A runbook beside the panel, its steps tickable for one model. FX thread.
public final class RunbookPane extends VBox {
    private final RunbookTicks ticks;
    private final Consumer<String> openAddress;
    private final Label title = Type.title("");
    private final Label progress = Type.small("");
    private final ScrollPane scroll = new ScrollPane();
    private int steps;

    /// @param openAddress what a link in a runbook does
    public RunbookPane(RunbookTicks ticks, Runnable close, Consumer<String> openAddress) {
        this.ticks = ticks;
        this.openAddress = openAddress;
        getStyleClass().addAll("panel", "runbook-pane");
        progress.getStyleClass().add("ink-3");
        progress.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(
                IconView.of(Icon.BOOK),
                title,
                space,
                progress,
                Buttons.icon(Icon.CLOSE, new Action("Close runbook", close)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    /// Shows a runbook with the ticks of this model.
    public void show(ModelKey model, Runbook runbook) {
        title.setText(runbook.title());
        var nodes = new MarkdownNodes(
                ticks.ticked(model, runbook.id()),
                (step, done) -> {
                    ticks.tick(model, runbook.id(), step, done);
                    count(model, runbook, steps);
                },
                openAddress);
        var content = nodes.of(runbook.markdown());
        content.getStyleClass().add("runbook-text");
        steps = nodes.steps();
        count(model, runbook, steps);
        scroll.setContent(content);
        scroll.setVvalue(0);
    }

    private void count(ModelKey model, Runbook runbook, int all) {
        progress.setText(all == 0 ? "" : ticks.ticked(model, runbook.id()).size() + " of " + all + " done");
    }
}
