package jml.views.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// One source as the pop-over of the strip lists it: mark, name, and its age or what is wrong.
///
/// @param condition decides the mark
/// @param name for people, for example "Alertmanager eu"
/// @param age "6 s", or the trouble in a word: "refused", "not set"
public record SourceLine(SourceDot.Condition condition, String name, String age) {
    /// A row of 28 px for a pop-over.
    public HBox row() {
        var mark = new StackPane(new SourceDot(condition));
        mark.getStyleClass().add("source-mark");
        var label = new Label(name);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var right = new Label(age);
        right.getStyleClass().addAll(inks());
        var row = new HBox(mark, label, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("source-row");
        return row;
    }

    private List<String> inks() {
        return switch (condition) {
            case FRESH, OFF -> List.of("ink-3");
            case STALE -> List.of("ink-stale", "medium");
            case DEAD -> List.of("ink-breaching", "medium");
        };
    }
}
