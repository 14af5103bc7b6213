package jml.views.kit.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// A small line without axes, with a dot at its newest value. Made for table rows: showing other points redraws in
/// place, asks for no layout of the row and allocates nothing.
///
/// Rows compare only on a common scale, so the scale is given and never derived; values outside it run along its edge.
public final class Sparkline extends Drawing {
    /// Colour is for a line that misses its limit.
    public enum Tone {
        QUIET(Token.TEXT_3, 1.25),
        ATTENTION(Token.ATTENTION, 1.5),
        BREACHING(Token.BREACHING, 1.5);

        private final Token ink;
        private final double width;

        Tone(Token ink, double width) {
            this.ink = ink;
            this.width = width;
        }
    }

    private static final double DOT = 1.8;
    private static final double EDGE = 3;

    private final PixelLine line = new PixelLine();
    private final String name;
    private Points points = Points.NONE;
    private Scale scale = new Scale(0, 1);
    private Tone tone = Tone.QUIET;
    private double limit = Double.NaN;

    /// An empty sparkline of a fixed size; `name` is what its accessible text calls it, for example "burn, 1 h".
    public Sparkline(String name, double width, double height) {
        super("sparkline");
        this.name = name;
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
    }

    /// Draws a hair line at `value`; NaN for none.
    public Sparkline limit(double value) {
        limit = value;
        redraw();
        return this;
    }

    /// Shows `points` on `scale` from now on; nothing is drawn again when they are the ones shown.
    public void show(Points points, Scale scale, Tone tone) {
        if (tone == this.tone && scale.equals(this.scale) && points.equals(this.points)) {
            return;
        }
        this.points = points;
        this.scale = scale;
        this.tone = tone;
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        line.clear();
        var last = -1;
        for (var i = 0; i < points.size(); i++) {
            if (Double.isFinite(points.at(i))) {
                last = i;
            }
            line.add(x(i, width), y(i, height));
        }
        line.end();
        if (last < 0) {
            return;
        }
        if (Double.isFinite(limit)) {
            g.setStroke(palette.get(Token.LINE_1));
            g.setLineWidth(1);
            var at = Math.rint(scale.pixel(scale.clamp(limit), height - EDGE, EDGE)) + 0.5;
            g.strokeLine(0, at, width, at);
        }
        Color ink = palette.get(tone.ink);
        g.setStroke(ink);
        g.setLineWidth(tone.width);
        g.setLineJoin(StrokeLineJoin.ROUND);
        line.stroke(g);
        g.setFill(ink);
        g.fillOval(x(last, width) - DOT, y(last, height) - DOT, 2 * DOT, 2 * DOT);
    }

    @Override
    protected String said() {
        var first = Double.NaN;
        var last = Double.NaN;
        for (var i = 0; i < points.size(); i++) {
            if (Double.isFinite(points.at(i))) {
                first = Double.isNaN(first) ? points.at(i) : first;
                last = points.at(i);
            }
        }
        return Double.isNaN(last)
                ? name + ": no data"
                : name + ": from " + significant(first) + " to " + significant(last);
    }

    private static String significant(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private double x(int index, double width) {
        return 1 + index * (width - 5) / Math.max(1, points.size() - 1);
    }

    private double y(int index, double height) {
        var value = points.at(index);
        return Double.isFinite(value) ? scale.pixel(scale.clamp(value), height - EDGE, EDGE) : Double.NaN;
    }
}
