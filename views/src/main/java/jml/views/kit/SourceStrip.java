package jml.views.kit;

import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A dot a source, how many answer, and the worst one by name. Pressed, it opens the details.
public final class SourceStrip extends Button {
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");

    private final HBox dots = new HBox();
    private final Label count = new Label();
    private final Label trouble = new Label();
    private List<SourceDot.Condition> conditions = List.of();

    public SourceStrip(Runnable open) {
        getStyleClass().setAll("source-strip");
        count.getStyleClass().add("ink-2");
        trouble.getStyleClass().addAll("medium", "source-named");
        trouble.managedProperty().bind(trouble.visibleProperty());
        dots.setAlignment(Pos.CENTER_LEFT);
        dots.getStyleClass().add("source-line");
        var line = new HBox(dots, count, trouble);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("source-line");
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(_ -> open.run());
        show(List.of());
    }

    /// Shows `sources` in their order; the worst one in trouble is named with its age. Changed in place.
    public void show(List<SourceLine> sources) {
        var now = sources.stream().map(SourceLine::condition).toList();
        if (!now.equals(conditions)) {
            conditions = now;
            dots.getChildren().setAll(now.stream().map(SourceDot::new).toList());
        }
        var fresh = now.stream().filter(it -> it == SourceDot.Condition.FRESH).count();
        count.setText(fresh + " of " + now.size() + (now.size() == 1 ? " source" : " sources"));
        var worst = worst(sources);
        trouble.setVisible(worst != null);
        trouble.setText(worst == null ? "" : worst.name() + " " + worst.age());
        trouble.pseudoClassStateChanged(DEAD, worst != null && worst.condition() == SourceDot.Condition.DEAD);
        setAccessibleText(worst == null ? count.getText() : count.getText() + ", " + trouble.getText());
    }

    private static @Nullable SourceLine worst(List<SourceLine> sources) {
        return sources.stream()
                .filter(s -> s.condition() == SourceDot.Condition.DEAD || s.condition() == SourceDot.Condition.STALE)
                .max(Comparator.comparing(SourceLine::condition))
                .orElse(null);
    }
}
