package jml.views.kit;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One number to be read first: value, small unit, caption. The value may be changed in place.
public final class Figure extends VBox {
    private final Label value = new Label();
    private final Label unit = new Label();
    private final Label caption = new Label();
    private FigureText.Look look = FigureText.Look.PLAIN;

    private Figure(FigureText text, String size) {
        getStyleClass().addAll("figure", size, styleClass(look));
        value.getStyleClass().add("figure-value");
        unit.getStyleClass().add("figure-unit");
        caption.getStyleClass().add("figure-caption");
        var line = new HBox(value, unit);
        line.getStyleClass().add("figure-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(line, caption);
        show(text);
    }

    /// A figure of a panel, 20 px.
    public static Figure of(FigureText text) {
        return new Figure(text, "figure-panel");
    }

    /// A figure to be read from two metres, 32 px.
    public static Figure tile(FigureText text) {
        return new Figure(text, "figure-tile");
    }

    /// A tile with its `name` above the value and the caption below.
    public static Figure tile(String name, FigureText text) {
        var figure = tile(text);
        var head = new Label(name);
        head.getStyleClass().add("figure-caption");
        figure.getChildren().addFirst(head);
        return figure;
    }

    /// Shows `text` from now on.
    public void show(FigureText text) {
        value.setText(text.value());
        unit.setText(text.unit());
        unit.setVisible(!text.unit().isEmpty());
        unit.setManaged(!text.unit().isEmpty());
        caption.setText(text.caption());
        if (text.look() != look) {
            getStyleClass().remove(styleClass(look));
            getStyleClass().add(styleClass(text.look()));
            look = text.look();
        }
    }

    private static String styleClass(FigureText.Look look) {
        return "figure-" + look.name().toLowerCase(Locale.ROOT);
    }
}
