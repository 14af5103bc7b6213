package jml.views.kit.chart;

import java.util.Arrays;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import jml.views.kit.theme.Fonts;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// How many minutes of each arm showed a rate: two histograms over one axis of per cent.
public final class RateHistogram extends Drawing {
    private static final int BINS = 12;
    private static final double LEFT = 30;
    private static final double TOP = 20;
    private static final double NAME_WIDTH = 34;
    private static final double BOTTOM = 18;

    private String baselineName = "";
    private String canaryName = "";
    private int[] baseline = new int[BINS];
    private int[] canary = new int[BINS];
    private double highest = 1;

    public RateHistogram(double height) {
        super("rate-histogram");
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /// @param baseline rate of each minute, 0..1; NaN is left out
    /// @param canary the same of the canary
    public void show(String baselineName, double[] baseline, String canaryName, double[] canary) {
        this.baselineName = baselineName;
        this.canaryName = canaryName;
        highest = Math.max(highest(baseline), highest(canary));
        highest = highest > 0 ? highest * 1.0001 : 0.01;
        this.baseline = counted(baseline);
        this.canary = counted(canary);
        redraw();
    }

    private static double highest(double[] rates) {
        return Arrays.stream(rates).filter(Double::isFinite).max().orElse(0);
    }

    private int[] counted(double[] rates) {
        var bins = new int[BINS];
        for (double rate : rates) {
            if (Double.isFinite(rate)) {
                bins[(int) Math.min(BINS - 1, Math.max(0, rate / highest * BINS))]++;
            }
        }
        return bins;
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        int most = Math.max(1, Math.max(most(baseline), most(canary)));
        double bottom = height - BOTTOM;
        double column = (width - LEFT) / BINS;
        g.setFont(Fonts.of(Fonts.REGULAR, 11));
        g.setTextBaseline(VPos.CENTER);
        for (int tick : new int[] {0, (most + 1) / 2, most}) {
            double y = Math.rint(bottom - (double) tick / most * (bottom - TOP)) + 0.5;
            g.setStroke(palette.get(Token.GRID));
            g.setLineWidth(1);
            g.strokeLine(LEFT, y, width, y);
            g.setFill(palette.get(Token.AXIS));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(String.valueOf(tick), LEFT - 6, y);
        }
        for (int i = 0; i < BINS; i++) {
            bar(g, LEFT + i * column + 1, column / 2 - 2, baseline[i], most, bottom, palette.get(Token.BASELINE));
            bar(g, LEFT + (i + 0.5) * column, column / 2 - 2, canary[i], most, bottom, palette.get(Token.CANARY));
        }
        g.setFill(palette.get(Token.AXIS));
        for (int part = 0; part <= 2; part++) {
            g.setTextAlign(part == 0 ? TextAlignment.LEFT : part == 1 ? TextAlignment.CENTER : TextAlignment.RIGHT);
            g.fillText(percent(part / 2.0), LEFT + part / 2.0 * (width - LEFT), height - BOTTOM / 2);
        }
        int first = peak(baseline);
        int second = peak(canary);
        name(g, baselineName, first, column, 0, palette.get(Token.BASELINE));
        // Side by side where both stand over the same rate.
        boolean close = Math.abs(first - second) * column < NAME_WIDTH;
        name(g, canaryName, second, column, close ? NAME_WIDTH : 0, palette.get(Token.CANARY));
    }

    private String percent(double part) {
        double rate = highest * part * 100;
        return String.format(Locale.ROOT, highest < 0.1 ? "%.1f%%" : "%.0f%%", rate);
    }

    private static void bar(GraphicsContext g, double x, double width, int count, int most, double bottom, Color ink) {
        double high = (double) count / most * (bottom - TOP);
        g.setFill(ink);
        g.fillRect(x, bottom - high, Math.max(1, width), high);
    }

    private static int peak(int[] bins) {
        int at = 0;
        for (int i = 0; i < bins.length; i++) {
            at = bins[i] > bins[at] ? i : at;
        }
        return at;
    }

    private static void name(GraphicsContext g, String name, int at, double column, double aside, Color ink) {
        boolean right = aside == 0 && at >= BINS / 2;
        g.setFill(ink);
        g.setFont(Fonts.of(Fonts.SEMIBOLD, 11));
        g.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.fillText(name, LEFT + (right ? at + 1 : at) * column + aside, TOP - 8);
    }

    private static int most(int[] bins) {
        return Arrays.stream(bins).max().orElse(0);
    }

    @Override
    protected String said() {
        return "minutes at each rate: " + baselineName + " " + Arrays.toString(baseline) + ", " + canaryName + " "
                + Arrays.toString(canary) + ", up to " + percent(1);
    }
}
