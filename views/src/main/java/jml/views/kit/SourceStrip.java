package jml.views.kit;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A dot a source, how many answer, and the worst one by name. Pressed, it opens the details.
public final class SourceStrip extends Button {
    private final HBox line = new HBox();

    public SourceStrip(Runnable open) {
        getStyleClass().setAll("source-strip");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("source-line");
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(_ -> open.run());
    }

    /// Shows `sources` in their order; the worst one in trouble is named with its age.
    public void show(List<SourceLine> sources) {
        line.getChildren().clear();
        sources.forEach(source -> line.getChildren().add(new SourceDot(source.condition())));
        var fresh = sources.stream()
                .filter(s -> s.condition() == SourceDot.Condition.FRESH)
                .count();
        var count = new Label(fresh + " of " + sources.size() + (sources.size() == 1 ? " source" : " sources"));
        count.getStyleClass().add("ink-2");
        line.getChildren().add(count);
        var said = count.getText();
        var worst = worst(sources);
        if (worst != null) {
            var trouble = new Label(worst.name() + " " + worst.age());
            trouble.getStyleClass()
                    .addAll("medium", worst.condition() == SourceDot.Condition.DEAD ? "ink-breaching" : "ink-stale");
            line.getChildren().add(trouble);
            said += ", " + trouble.getText();
        }
        setAccessibleText(said);
    }

    private static @Nullable SourceLine worst(List<SourceLine> sources) {
        return sources.stream()
                .filter(s -> s.condition() == SourceDot.Condition.DEAD || s.condition() == SourceDot.Condition.STALE)
                .max(Comparator.comparing(SourceLine::condition))
                .orElse(null);
    }
}
