package jml.views.kit.chart;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import jml.views.kit.theme.Palette;
import org.jspecify.annotations.Nullable;

/// Values over time: lines with intervals, the named threshold, marks of events, names and last values at line ends.
///
/// A gap in the data is a gap in the line. Over the plot the pointer shows the instant and every line's value there.
public final class TimeChart extends Drawing {
    private static final double LEFT = 34;
    private static final double TOP = 20;
    private static final double BOTTOM = 18;
    private static final double LABEL_GAP = 6;

    private final ObjectProperty<@Nullable Instant> pointed = new SimpleObjectProperty<>(this, "pointed");
    private @Nullable ChartModel model;
    private final ChartPainter painter = new ChartPainter();
    private @Nullable Plot plot;

    /// An empty chart of a fixed height; it takes the width it is given.
    public TimeChart(double height) {
        super("time-chart");
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setOnMouseMoved(this::follow);
        setOnMouseExited(_ -> pointed.set(null));
        pointed.subscribe(_ -> redraw());
    }

    /// Shows `model` from now on; nothing is drawn again when it equals the one shown.
    public void show(ChartModel model) {
        if (!model.equals(this.model)) {
            this.model = model;
            redraw();
        }
    }

    /// The instant under the pointer, null for none. Bind several charts' to move them as one.
    public ObjectProperty<@Nullable Instant> pointedProperty() {
        return pointed;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        if (model == null) {
            return;
        }
        var ends = LineEnds.of(model);
        var right = ends.width() + LABEL_GAP + 2;
        plot = new Plot(
                LEFT,
                TOP,
                Math.max(1, width - LEFT - right),
                Math.max(1, height - TOP - BOTTOM),
                model.effectiveScale(),
                model.axis().from().toEpochMilli(),
                model.axis().to().toEpochMilli());
        painter.paint(g, plot, model, palette);
        ends.draw(g, plot, palette, plot.right() + LABEL_GAP);
        var at = pointed.get();
        if (at != null) {
            CursorReadout.draw(g, plot, model, at, palette);
        }
    }

    @Override
    protected String said() {
        if (model == null) {
            return "no data";
        }
        var text = new StringBuilder(model.title());
        for (var line : model.lines()) {
            text.append(", ").append(LineEnds.words(line, model.unit()));
        }
        var threshold = model.threshold();
        if (threshold != null) {
            text.append(", ").append(threshold.label());
        }
        var clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                .withZone(model.axis().zone());
        for (var mark : model.marks()) {
            text.append("; ").append(mark.label()).append(" at ").append(clock.format(mark.at()));
        }
        if (!model.origin().isEmpty()) {
            text.append("; ").append(model.origin());
        }
        return text.toString();
    }

    private void follow(MouseEvent event) {
        var inside = plot != null && plot.holds(event.getX(), event.getY());
        pointed.set(inside && plot != null ? Instant.ofEpochMilli(plot.millisAt(event.getX())) : null);
    }
}
