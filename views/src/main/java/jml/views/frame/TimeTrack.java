package jml.views.frame;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import jml.views.kit.chart.Drawing;
import jml.views.kit.theme.Fonts;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;
import org.jspecify.annotations.Nullable;

/// The time bar's drawing: hours, events, the handle. Dragging it, or the arrow keys, move the whole console in time.
final class TimeTrack extends Drawing {
    private static final double EDGE = 8;
    private static final double AXIS = 35.5;
    private static final double KEY_STEPS = 120;

    private final TimeBarViewModel model;
    private @Nullable TimeBarContent content;
    private double width;

    TimeTrack(TimeBarViewModel model) {
        super("time-track");
        this.model = model;
        setFocusTraversable(true);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(event -> at(event, model::scrub));
        setOnMouseReleased(_ -> model.release());
        setOnKeyPressed(this::keyPressed);
        focusedProperty().subscribe(_ -> redraw());
    }

    void show(TimeBarContent now) {
        if (!now.equals(content)) {
            content = now;
            redraw();
        }
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        this.width = width;
        var shown = content;
        if (shown == null) {
            return;
        }
        g.setStroke(palette.get(Token.LINE_2));
        g.setLineWidth(1);
        g.strokeLine(0, AXIS, width, AXIS);
        new TimeTrackPainter(g, shown, palette, EDGE, width - 2 * EDGE).paint();
        if (isFocusVisible()) {
            g.setStroke(palette.get(Token.FOCUS));
            g.strokeRoundRect(1, 1, width - 2, height - 2, 6, 6);
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.BASELINE);
        g.setFont(Fonts.of(Fonts.REGULAR, 11));
    }

    @Override
    protected String said() {
        var shown = content;
        return shown == null
                ? "time bar"
                : "time bar, " + shown.marks().size() + " events, " + (shown.past() ? "past" : "live");
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        model.grab();
        at(event, model::scrub);
    }

    private void at(MouseEvent event, Consumer<Instant> use) {
        var shown = content;
        if (shown != null && width > 2 * EDGE) {
            var part = Math.clamp((event.getX() - EDGE) / (width - 2 * EDGE), 0, 1);
            var span = shown.to().toEpochMilli() - shown.from().toEpochMilli();
            use.accept(shown.from().plusMillis(Math.round(part * span)));
        }
    }

    private void keyPressed(KeyEvent event) {
        var shown = content;
        if (shown == null || (event.getCode() != KeyCode.LEFT && event.getCode() != KeyCode.RIGHT)) {
            return;
        }
        var span = shown.to().toEpochMilli() - shown.from().toEpochMilli();
        var step = Math.round(span / KEY_STEPS) * (event.getCode() == KeyCode.LEFT ? -1 : 1);
        model.scrub(shown.cursor().plusMillis(step));
        event.consume();
    }
}
