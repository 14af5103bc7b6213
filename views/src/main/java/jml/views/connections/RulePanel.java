package jml.views.connections;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import jml.core.fleet.Unmatched;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Type;
import jml.views.kit.screen.Copied;
import jml.views.kit.screen.Surroundings;
import org.jspecify.annotations.Nullable;

/// The rule that would give one unmatched thing its model, to copy into the profile.
final class RulePanel extends VBox {
    private final Surroundings around;

    RulePanel(Surroundings around) {
        this.around = around;
        getStyleClass().addAll("panel", "source-panel");
    }

    void show(@Nullable Unmatched unmatched) {
        getChildren().clear();
        if (unmatched == null) {
            var hint = new VBox(Type.say("Choose one to see the rule that would match it."));
            hint.getStyleClass().add("panel-summary");
            getChildren().add(hint);
            return;
        }
        var head = new HBox(Type.title(unmatched.what()));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        var reason = Type.say(unmatched.reason());
        var how =
                Type.body("Put this line into the identity rules of the profile, and correct the model's name in it.");
        how.setWrapText(true);
        how.getStyleClass().add("ink-2");
        var say = new VBox(reason, how);
        say.getStyleClass().add("panel-say");
        var rule = new Label(unmatched.rule());
        rule.setWrapText(true);
        rule.setMaxWidth(Double.MAX_VALUE);
        rule.getStyleClass().addAll("mono", "markdown-code");
        var copy = Buttons.primary(new Action("Copy rule", () -> {
            Copied.text(unmatched.rule());
            around.say().accept("The rule is copied.");
        }));
        var section = new VBox(rule, copy);
        section.getStyleClass().addAll("section", "stack");
        getChildren().addAll(head, say, section);
    }
}
