package jml.views.oncall;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jml.core.fleet.ModelState;
import jml.core.fleet.Origin;
import jml.core.text.Words;
import jml.views.kit.Type;
import jml.views.welcome.WelcomePanel;
import org.jspecify.annotations.Nullable;

/// What stands beside the table while no model's panel is open: the welcome of a first start, else how the fleet is.
final class BesideTable extends StackPane {
    private final Supplier<WelcomePanel> making;
    private @Nullable WelcomePanel welcome;
    private final VBox summary = new VBox();
    private final javafx.scene.control.Label headline = Type.say("");
    private final javafx.scene.control.Label detail = Type.body("");

    /// @param making the welcome; a real fleet has none
    BesideTable(Supplier<WelcomePanel> making) {
        this.making = making;
        summary.getStyleClass().addAll("panel", "panel-summary");
        summary.setAlignment(Pos.TOP_LEFT);
        detail.getStyleClass().add("ink-2");
        detail.setWrapText(true);
        summary.getChildren().addAll(headline, detail);
        getChildren().add(summary);
    }

    /// Whether the welcome is shown.
    boolean welcoming() {
        return welcome != null && welcome.isVisible();
    }

    void show(@Nullable OnCallContent content, String selection) {
        if (content == null) {
            return;
        }
        var simulated = content.moment().snapshot().origin() == Origin.SIMULATED && selection.isEmpty();
        welcome(simulated, content.total());
        summary.setVisible(!simulated);
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

    private void welcome(boolean visible, int models) {
        if (welcome == null && visible) {
            welcome = making.get();
            getChildren().add(welcome);
        }
        if (welcome != null) {
            welcome.setVisible(visible);
            welcome.models(models);
        }
    }
}
