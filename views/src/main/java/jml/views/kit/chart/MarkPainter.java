package jml.views.kit.chart;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import jml.views.kit.theme.Fonts;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// Paints the events over a plot: a hair line down, the mark on top, an alert's firing bar, and labels where they fit.
final class MarkPainter {
    private static final double ABOVE = 10;
    private static final double LABEL_GAP = 8;
    private static final double BAR = 2;

    private final GraphicsContext g;
    private final Plot plot;
    private final Palette palette;
    private final Font font = Fonts.of(Fonts.REGULAR, 11);

    MarkPainter(GraphicsContext g, Plot plot, Palette palette) {
        this.g = g;
        this.plot = plot;
        this.palette = palette;
    }

    void paint(List<ChartMark> marks) {
        var shown = marks.stream()
                .filter(mark -> inside(mark.at().toEpochMilli()))
                .sorted(Comparator.comparing(ChartMark::at))
                .toList();
        marks.stream().filter(mark -> mark.mark().alert()).forEach(this::firing);
        var free = plot.left();
        for (var i = 0; i < shown.size(); i++) {
            var next = i + 1 < shown.size() ? x(shown.get(i + 1)) - LABEL_GAP : Double.MAX_VALUE;
            free = mark(shown.get(i), free, next);
        }
    }

    /// Paints one mark; a label goes to its right when it ends before `next`, else to its left when that is free.
    /// Returns where the next one's label may begin.
    private double mark(ChartMark mark, double free, double next) {
        var x = x(mark);
        g.setStroke(palette.get(Token.LINE_2));
        g.setLineWidth(1);
        g.strokeLine(x, plot.top() - 4, x, plot.bottom());
        mark.mark().draw(g, x, plot.top() - ABOVE, palette);
        var width = TextWidth.of(mark.label(), font);
        var right = x + LABEL_GAP + width <= next;
        var left = x - LABEL_GAP - width >= free;
        if (mark.label().isEmpty() || (!right && !left)) {
            return x + LABEL_GAP;
        }
        g.setFill(palette.get(Token.TEXT_2));
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(right ? TextAlignment.LEFT : TextAlignment.RIGHT);
        g.fillText(mark.label(), right ? x + LABEL_GAP : x - LABEL_GAP, plot.top() - ABOVE);
        return right ? x + LABEL_GAP + width + LABEL_GAP : x + LABEL_GAP;
    }

    private void firing(ChartMark mark) {
        var from = Math.max(mark.at().toEpochMilli(), plot.fromMillis());
        var until =
                mark.until() == null ? plot.toMillis() : Math.min(mark.until().toEpochMilli(), plot.toMillis());
        if (from < until) {
            g.setFill(palette.get(mark.mark().ink()));
            g.fillRect(plot.x(from), plot.top() - BAR, plot.x(until) - plot.x(from), BAR);
        }
    }

    private boolean inside(long millis) {
        return millis >= plot.fromMillis() && millis <= plot.toMillis();
    }

    private double x(ChartMark mark) {
        return Math.rint(plot.x(mark.at().toEpochMilli())) + 0.5;
    }
}
