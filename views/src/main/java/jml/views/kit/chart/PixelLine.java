package jml.views.kit.chart;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/// A line reduced to what pixels can show: of all points in one pixel column it keeps the first low and high, in
/// their order, so that a spike of one sample among thousands stays visible. Reused: it grows
/// once, then allocates nothing.
///
/// Points are added from left to right. A gap ends a run; a run of one point is still drawn, as a dot.
final class PixelLine {
    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private boolean[] starts = new boolean[64];
    private int size;

    private boolean pen;
    private boolean inColumn;
    private long column;
    private double lowX;
    private double lowY;
    private double highX;
    private double highY;

    void clear() {
        size = 0;
        pen = false;
        inColumn = false;
    }

    /// Adds a point in pixels; a NaN `y` is a gap.
    void add(double x, double y) {
        if (Double.isNaN(y)) {
            gap();
            return;
        }
        var at = (long) Math.floor(x);
        if (inColumn && at == column) {
            if (y < lowY) {
                lowX = x;
                lowY = y;
            }
            if (y > highY) {
                highX = x;
                highY = y;
            }
            return;
        }
        flush();
        inColumn = true;
        column = at;
        lowX = x;
        lowY = y;
        highX = x;
        highY = y;
    }

    void gap() {
        flush();
        pen = false;
    }

    /// Completes the line; call once, after the last point.
    void end() {
        flush();
    }

    int size() {
        return size;
    }

    double x(int index) {
        return xs[index];
    }

    double y(int index) {
        return ys[index];
    }

    /// Whether the vertex at `index` begins a run.
    boolean starts(int index) {
        return starts[index];
    }

    void stroke(GraphicsContext g) {
        g.beginPath();
        for (var i = 0; i < size; i++) {
            if (!starts[i]) {
                g.lineTo(xs[i], ys[i]);
                continue;
            }
            g.moveTo(xs[i], ys[i]);
            if (i + 1 == size || starts[i + 1]) {
                // A lone sample between two gaps has no length of its own.
                g.lineTo(xs[i] + 1, ys[i]);
            }
        }
        g.stroke();
    }

    private void flush() {
        if (!inColumn) {
            return;
        }
        inColumn = false;
        if (lowX < highX) {
            vertex(lowX, lowY);
            vertex(highX, highY);
        } else {
            vertex(highX, highY);
            if (lowY != highY) {
                vertex(lowX, lowY);
            }
        }
    }

    private void vertex(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
        }
        xs[size] = x;
        ys[size] = y;
        starts[size] = !pen;
        pen = true;
        size++;
    }
}
