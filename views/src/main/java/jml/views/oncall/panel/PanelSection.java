package jml.views.oncall.panel;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import jml.views.kit.Type;
import org.jspecify.annotations.Nullable;

/// One section of the panel: a title, a quiet note beside it, lines. Without lines it is not there.
///
/// Its lines are made anew only when what they are made of is another value: a refresh that tells nothing new makes no
/// node. FX thread.
final class PanelSection<T> extends VBox {
    /// What a section says.
    ///
    /// @param note beside the title; may be empty
    record Said(String note, List<? extends Node> lines) {
        static final Said NOTHING = new Said("", List.of());

        static Said of(List<? extends Node> lines) {
            return new Said("", lines);
        }
    }

    private final Function<T, Said> say;
    private final Label note = Type.small("");
    private final VBox lines = new VBox();
    private @Nullable T shown;

    PanelSection(String title, Function<T, Said> say) {
        this.say = say;
        getStyleClass().add("section");
        note.getStyleClass().add("ink-3");
        var head = new HBox(Type.section(title), note);
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(head, lines);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void show(T now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        var said = say.apply(now);
        note.setText(said.note());
        // The same nodes, filled anew, must not be taken out and put in: that would style them again.
        if (!said.lines().equals(lines.getChildren())) {
            lines.getChildren().setAll(said.lines());
        }
        setVisible(!said.lines().isEmpty());
    }
}
