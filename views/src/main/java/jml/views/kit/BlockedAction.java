package jml.views.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// An action that is not allowed: it stays visible, dashed, with a lock and the reason in words beside it.
public final class BlockedAction extends HBox {
    /// `words` of the action and the reason, for example a [Sentence] or a label.
    public BlockedAction(String words, Node reason) {
        getStyleClass().addAll("row", "blocked-action");
        reason.getStyleClass().addAll("ink-2", "t-small");
        // A text flow as high as the button would hang its text from the top.
        setFillHeight(false);
        HBox.setHgrow(reason, Priority.ALWAYS);
        getChildren().addAll(button(words), reason);
    }

    public BlockedAction(String words, String reason) {
        this(words, Type.small(reason));
    }

    /// The button alone, where the reason stands elsewhere on the screen.
    public static Button button(String words) {
        var button = new Button(words, IconView.small(Icon.LOCK));
        button.getStyleClass().add("blocked");
        button.setDisable(true);
        return button;
    }
}
