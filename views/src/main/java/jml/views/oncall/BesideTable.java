package jml.views.oncall;

import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jml.core.fleet.ModelState;
import jml.core.fleet.Origin;
import jml.core.fleet.Words;
import jml.views.kit.Type;
import jml.views.welcome.WelcomePanel;
import org.jspecify.annotations.Nullable;

/// What stands beside the table while no model's panel is open: the welcome of a first start, else how the fleet is.
final class BesideTable extends StackPane {
    private final WelcomePanel welcome;
    private final VBox summary = new VBox();
    private final javafx.scene.control.Label headline = Type.say("");
    private final javafx.scene.control.Label detail = Type.body("");

    BesideTable(WelcomePanel welcome) {
        this.welcome = welcome;
        summary.getStyleClass().addAll("panel", "panel-summary");
        summary.setAlignment(Pos.TOP_LEFT);
        detail.getStyleClass().add("ink-2");
        detail.setWrapText(true);
        summary.getChildren().addAll(headline, detail);
        getChildren().addAll(summary, welcome);
        welcome.setVisible(false);
    }

    /// Whether the welcome is shown.
    boolean welcoming() {
        return welcome.isVisible();
    }

    void show(@Nullable OnCallContent content, String selection) {
        if (content == null) {
            return;
        }
        var simulated = content.moment().snapshot().origin() == Origin.SIMULATED && selection.isEmpty();
        welcome.setVisible(simulated);
        summary.setVisible(!simulated);
        welcome.models(content.total());
        if (!selection.isEmpty()) {
            headline.setText(Words.oneLine(selection, 60) + " is not in the fleet at this instant.");
            detail.setText("Choose another model, or another time.");
        } else if (content.total() == 0) {
            headline.setText("");
            detail.setText("");
        } else {
            var healthy = content.counts().getOrDefault(ModelState.HEALTHY, 0);
            headline.setText(
                    content.first() == null ? "Nothing needs attention." : "Choose a model to see what is wrong.");
            detail.setText(Words.count(healthy) + " of " + Words.count(content.total(), "model") + " healthy.");
        }
    }
}
