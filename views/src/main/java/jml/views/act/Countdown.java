package jml.views.act;

import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Type;

/// The seconds in which nothing has been sent yet, and exactly what will be.
final class Countdown extends VBox {
    private final ProgressBar left = new ProgressBar();
    private final ActContent.Counting counting;

    Countdown(ActContent.Counting counting, ActViewModel model) {
        this.counting = counting;
        left.getStyleClass().add("act-left");
        left.setMaxWidth(Double.MAX_VALUE);
        left(counting);
        var sentence = Type.body(counting.sentence());
        sentence.setWrapText(true);
        var body = new VBox(left, sentence);
        body.getStyleClass().add("act-body");
        if (!counting.request().isEmpty()) {
            var request = new VBox();
            request.getStyleClass().add("act-diff");
            counting.request().forEach(line -> request.getChildren().add(Type.mono(line)));
            body.getChildren().addAll(Type.section("It will send, once"), request);
            var note = Type.small(
                    "If the target has moved on, the server refuses, nothing changes and you are asked again.");
            note.setWrapText(true);
            note.getStyleClass().add("ink-2");
            body.getChildren().add(note);
        }
        getChildren()
                .addAll(
                        body,
                        SheetFoot.of(counting.intent(), Buttons.plain(new Action("Cancel", model::cancel), "Esc")));
    }

    /// Whether it counts the same thing down.
    boolean counts(ActContent.Counting other) {
        return counting.intent().equals(other.intent())
                && counting.sentence().equals(other.sentence())
                && counting.request().equals(other.request());
    }

    void left(ActContent.Counting now) {
        left.setProgress(now.left());
        left.setAccessibleText(now.head().title());
    }
}
