package jml.views.frame;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import jml.views.kit.Toast;
import jml.views.kit.icon.Icon;

/// The corner at the bottom right where the console says in one sentence what it did. Clicks go through it.
final class ToastCorner extends StackPane {
    private static final Duration SHOWN = Duration.seconds(4);

    private final PauseTransition end = new PauseTransition(SHOWN);

    ToastCorner() {
        getStyleClass().add("toast-corner");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_RIGHT);
        setMouseTransparent(true);
        end.setOnFinished(_ -> getChildren().clear());
    }

    /// Shows a sentence for a few seconds, in place of the one before.
    void say(String sentence) {
        var toast = Toast.of(Icon.INFO, sentence, "");
        toast.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(toast);
        end.playFromStart();
    }
}
