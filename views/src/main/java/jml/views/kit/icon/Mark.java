package jml.views.kit.icon;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// The marks of events in time: ▲ something changed, ● an alert fired, ◆ a person or the console acted.
public enum Mark {
    CHANGE(Token.TEXT_2, "M7 2.5l4.5 8.1h-9z"),
    PAGE(Token.BREACHING, "M3 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
    TICKET(Token.ATTENTION, "M3 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
    ACT(Token.TEXT_1, "M7 2.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z");

    private static final double R = 4.5;
    private static final double BOX = 14;

    private final Token ink;
    private final String shape;

    Mark(Token ink, String shape) {
        this.ink = ink;
        this.shape = shape;
    }

    /// The colour of the mark and, for an alert, of its firing bar.
    public Token ink() {
        return ink;
    }

    /// Whether it has a firing bar.
    public boolean alert() {
        return this == PAGE || this == TICKET;
    }

    /// Paints the mark with its centre at (`x`, `y`). FX thread.
    public void draw(GraphicsContext g, double x, double y, Palette palette) {
        draw(g, x, y, palette.get(ink));
    }

    /// Paints it in another colour, for example faint.
    public void draw(GraphicsContext g, double x, double y, Color color) {
        g.setFill(color);
        switch (this) {
            case PAGE, TICKET -> g.fillOval(x - 4, y - 4, 8, 8);
            case CHANGE -> {
                g.beginPath();
                g.moveTo(x, y - R);
                g.lineTo(x + R, y + R * 0.8);
                g.lineTo(x - R, y + R * 0.8);
                g.fill();
            }
            case ACT -> {
                g.beginPath();
                g.moveTo(x, y - R);
                g.lineTo(x + R, y);
                g.lineTo(x, y + R);
                g.lineTo(x - R, y);
                g.fill();
            }
        }
    }

    /// The mark as a node of 14 × 14, for lists.
    public Region view() {
        var path = new SVGPath();
        path.setContent(shape);
        path.getStyleClass().add("mark");
        path.setManaged(false);
        var box = new Pane(path);
        box.getStyleClass().add("mark-" + name().toLowerCase(Locale.ROOT));
        box.setMinSize(BOX, BOX);
        box.setMaxSize(BOX, BOX);
        box.setPrefSize(BOX, BOX);
        return box;
    }
}
