package jml.views.kit.chart;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/// An interval around a line, reduced to the widest one of each pixel column. Reused like [PixelLine].
final class PixelBand {
    private double[] xs = new double[128];
    private double[] ys = new double[128];
    private double[] columnX = new double[64];
    private double[] upper = new double[64];
    private double[] lower = new double[64];
    private int size;

    void clear() {
        size = 0;
    }

    /// Adds the interval from pixel `low` (the larger number) up to pixel `high`.
    void add(double x, double low, double high) {
        if (size > 0 && Math.floor(columnX[size - 1]) == Math.floor(x)) {
            upper[size - 1] = Math.min(upper[size - 1], high);
            lower[size - 1] = Math.max(lower[size - 1], low);
            return;
        }
        if (size == columnX.length) {
            columnX = Arrays.copyOf(columnX, 2 * size);
            upper = Arrays.copyOf(upper, 2 * size);
            lower = Arrays.copyOf(lower, 2 * size);
            xs = new double[4 * size];
            ys = new double[4 * size];
        }
        columnX[size] = x;
        upper[size] = high;
        lower[size] = low;
        size++;
    }

    /// Fills what was added since the last call and starts a new run.
    void fill(GraphicsContext g) {
        if (size > 1) {
            for (var i = 0; i < size; i++) {
                xs[i] = columnX[i];
                ys[i] = upper[i];
                xs[2 * size - 1 - i] = columnX[i];
                ys[2 * size - 1 - i] = lower[i];
            }
            g.fillPolygon(xs, ys, 2 * size);
        }
        size = 0;
    }
}
