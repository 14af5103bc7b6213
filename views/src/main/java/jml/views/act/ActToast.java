package jml.views.act;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import jml.views.kit.Action;
import jml.views.kit.Toast;
import org.jspecify.annotations.Nullable;

/// An act outside production, told in the corner: the seconds in which it can be cancelled, then what was sent or that
/// nothing was. Clicks beside it go through. FX thread.
final class ActToast extends StackPane {
    private static final Duration READ = Duration.seconds(8);

    private final ActViewModel model;
    private final PauseTransition end = new PauseTransition(READ);
    private @Nullable Toast counting;

    ActToast(ActViewModel model) {
        this.model = model;
        getStyleClass().add("toast-corner");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_RIGHT);
        end.setOnFinished(_ -> model.close());
    }

    /// Follows the act until unsubscribed.
    Subscription show() {
        return Subscription.combine(
                model.contentProperty().subscribe(_ -> follow()),
                model.asideProperty().subscribe(_ -> follow()),
                end::stop);
    }

    private void follow() {
        var content = model.contentProperty().get();
        if (content == null || !model.asideProperty().get()) {
            clear();
            return;
        }
        switch (content) {
            case ActContent.Counting now -> count(now);
            case ActContent.Watched now ->
                told(Toast.of(now.head().icon(), now.head().title() + ".", "Its effect is being watched."));
            case ActContent.Ended now ->
                told(Toast.of(now.head().icon(), now.head().title() + ".", now.text()));
            case ActContent.Asking _, ActContent.Asked _, ActContent.Failed _ -> clear();
        }
    }

    private void clear() {
        counting = null;
        end.stop();
        getChildren().clear();
    }

    // One node as long as it counts, so that a press on its button is not lost.
    private void count(ActContent.Counting now) {
        var toast = counting;
        if (toast == null) {
            toast = Toast.of(now.head().icon(), now.head().title(), "")
                    .button(new Action("Cancel", model::cancel), "Esc");
            counting = toast;
            put(toast);
        }
        toast.say(now.head().title(), now.sentence() + " Nothing is sent yet.").left(now.left());
    }

    private void told(Toast toast) {
        if (counting != null || getChildren().isEmpty()) {
            counting = null;
            end.playFromStart();
        }
        put(toast.link(new Action("Show", model::expand)));
    }

    private void put(Toast toast) {
        toast.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(toast);
    }
}
