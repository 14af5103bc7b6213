package jml.views.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import org.jspecify.annotations.Nullable;

/// The buttons of the console. One primary a screen; red outlines destroy something; what is not allowed is a
/// [BlockedAction]. Add the style class `big` for 32 px.
public final class Buttons {
    private Buttons() {}

    /// The one main action of a screen.
    public static Button primary(Action action) {
        return button(action, "primary");
    }

    /// The main action with an icon and the key that does it.
    public static Button primary(Icon icon, Action action, String key) {
        return decorated(primary(action), icon, key);
    }

    public static Button plain(Action action) {
        return button(action, "plain");
    }

    /// A plain button with the key that does the same, for example "Cancel Esc".
    public static Button plain(Action action, String key) {
        return decorated(plain(action), null, key);
    }

    /// Destroys something: red outline, never filled.
    public static Button danger(Action action) {
        return button(action, "danger");
    }

    /// Without edge, for actions that come along.
    public static Button ghost(Action action) {
        return button(action, "ghost");
    }

    /// An icon alone; the action's words are its accessible text and its tool tip's.
    public static Button icon(Icon icon, Action action) {
        var button = ghost(action);
        button.setGraphic(IconView.of(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(action.words());
        button.setTooltip(new Tooltip(action.words()));
        return button;
    }

    private static Button button(Action action, String variant) {
        var button = new Button(action.words());
        button.getStyleClass().add(variant);
        button.setOnAction(_ -> action.run().run());
        return button;
    }

    private static Button decorated(Button button, @Nullable Icon icon, String key) {
        var line = new HBox();
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("button-line");
        if (icon != null) {
            line.getChildren().add(IconView.of(icon));
        }
        line.getChildren().addAll(new Label(button.getText()), new Keycap(key));
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }
}
