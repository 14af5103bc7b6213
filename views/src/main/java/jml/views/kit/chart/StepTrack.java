package jml.views.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// The steps of a rollout on a line: done ones filled, a square where it was stopped, rings for what is to come.
public final class StepTrack extends VBox {
    public enum Stage {
        DONE,
        /// Traffic is here now and nothing is wrong.
        CURRENT,
        /// Stopped here: the judge or an alert holds it.
        HELD,
        AHEAD
    }

    /// One step.
    ///
    /// @param name "25%"
    /// @param note when it was reached, "14:09"; empty for none
    public record Step(String name, String note, Stage stage) {}

    private final Track track = new Track();
    private final GridPane labels = new GridPane();

    public StepTrack() {
        getStyleClass().add("step-track");
        getChildren().addAll(track, labels);
    }

    /// Shows `steps` from now on.
    public void show(List<Step> steps) {
        track.steps = List.copyOf(steps);
        track.refresh();
        labels.getChildren().clear();
        labels.getColumnConstraints().clear();
        for (var i = 0; i < steps.size(); i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / steps.size());
            labels.getColumnConstraints().add(column);
            labels.add(words(steps.get(i)), i, 0);
        }
    }

    private static HBox words(Step step) {
        var name = new Label(step.name());
        name.getStyleClass().add(step.stage() == Stage.AHEAD ? "step-ahead" : "step-name");
        // The share is what the step is; its time gives way.
        name.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(name);
        line.getStyleClass().add("step-words");
        if (!step.note().isEmpty()) {
            var note = new Label(step.note());
            note.getStyleClass().add("step-note");
            line.getChildren().add(note);
        }
        return line;
    }

    /// The line with its dots, above the labels.
    private static final class Track extends Drawing {
        private static final double DOT = 10;
        private List<Step> steps = List.of();

        Track() {
            super("step-line");
        }

        void refresh() {
            redraw();
        }

        @Override
        protected void draw(GraphicsContext g, double width, double height, Palette palette) {
            var column = steps.isEmpty() ? width : width / steps.size();
            for (var i = 0; i < steps.size(); i++) {
                var passed = steps.get(i).stage() == Stage.DONE;
                g.setFill(palette.get(passed ? Token.CANARY : Token.LINE_2));
                g.fillRect(i * column, DOT / 2 - 1, column, 2);
            }
            for (var i = 0; i < steps.size(); i++) {
                dot(g, i * column, steps.get(i).stage(), palette);
            }
        }

        private static void dot(GraphicsContext g, double x, Stage stage, Palette palette) {
            switch (stage) {
                case DONE -> {
                    g.setFill(palette.get(Token.CANARY));
                    g.fillOval(x, 0, DOT, DOT);
                }
                case HELD -> {
                    g.setFill(palette.get(Token.BREACHING));
                    g.fillRoundRect(x, 0, DOT, DOT, 4, 4);
                }
                case CURRENT -> ring(g, x, palette, Token.CANARY);
                case AHEAD -> ring(g, x, palette, Token.LINE_3);
            }
        }

        private static void ring(GraphicsContext g, double x, Palette palette, Token ink) {
            g.setFill(palette.get(Token.BG_2));
            g.fillOval(x, 0, DOT, DOT);
            g.setStroke(palette.get(ink));
            g.setLineWidth(2);
            g.strokeOval(x + 1, 1, DOT - 2, DOT - 2);
        }

        @Override
        protected String said() {
            var words = new ArrayList<String>();
            for (var step : steps) {
                words.add(step.name() + " " + step.stage().name().toLowerCase(Locale.ROOT));
            }
            return "rollout: " + String.join(", ", words);
        }
    }
}
