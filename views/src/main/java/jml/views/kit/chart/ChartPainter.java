package jml.views.kit.chart;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import jml.core.text.Words;
import jml.views.kit.theme.Fonts;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// Paints what lies inside and under a plot, from back to front: grid, marks' lines, intervals, threshold, lines.
///
/// Keeps its buffers from one painting to the next.
final class ChartPainter {
    private static final double PIXELS_A_VALUE_TICK = 30;
    private static final double PIXELS_A_TIME_TICK = 90;

    private final PixelLine line = new PixelLine();
    private final PixelBand band = new PixelBand();

    void paint(GraphicsContext g, Plot plot, ChartModel model, Palette palette) {
        grid(g, plot, palette);
        times(g, plot, model.axis(), palette);
        new MarkPainter(g, plot, palette).paint(model.marks());
        g.save();
        g.beginPath();
        g.rect(plot.left(), plot.top() - 1, plot.width(), plot.height() + 2);
        g.clip();
        for (var each : model.lines()) {
            interval(g, plot, each, palette);
        }
        var threshold = model.threshold();
        if (threshold != null) {
            threshold(g, plot, threshold.value(), palette);
        }
        for (var each : model.lines()) {
            line(g, plot, each, palette);
        }
        g.restore();
    }

    private static void grid(GraphicsContext g, Plot plot, Palette palette) {
        var most = Math.max(2, (int) (plot.height() / PIXELS_A_VALUE_TICK));
        var decimals = Ticks.decimals(plot.scale(), most);
        g.setLineWidth(1);
        g.setStroke(palette.get(Token.GRID));
        g.setFill(palette.get(Token.AXIS));
        g.setFont(Fonts.of(Fonts.REGULAR, 11));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (var value : Ticks.values(plot.scale(), most)) {
            var y = Math.rint(plot.y(value)) + 0.5;
            g.strokeLine(plot.left(), y, plot.right(), y);
            g.fillText(Words.number(value, decimals), plot.left() - 6, y);
        }
    }

    private static void times(GraphicsContext g, Plot plot, ChartModel.Axis axis, Palette palette) {
        var most = Math.max(2, (int) (plot.width() / PIXELS_A_TIME_TICK));
        var step = Ticks.timeStep(Duration.between(axis.from(), axis.to()), most);
        var pattern = step.toDays() > 0 ? "d MMM" : step.toMinutes() > 0 ? "HH:mm" : "HH:mm:ss";
        var clock = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(axis.zone());
        var font = Fonts.of(Fonts.REGULAR, 11);
        g.setFill(palette.get(Token.AXIS));
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (var tick : Ticks.times(axis.from(), axis.to(), axis.zone(), most)) {
            var text = clock.format(tick);
            var half = TextWidth.of(text, font) / 2;
            var x = Math.clamp(
                    plot.x(tick.toEpochMilli()), plot.left() + half, Math.max(plot.left() + half, plot.right() - half));
            g.fillText(text, x, plot.bottom() + 11);
        }
    }

    private void interval(GraphicsContext g, Plot plot, ChartLine each, Palette palette) {
        var interval = each.band();
        if (interval == null) {
            return;
        }
        var series = each.series();
        g.setFill(palette.get(each.role().tint()));
        band.clear();
        for (var i = 0; i < series.size(); i++) {
            if (series.gapBefore(i)) {
                band.fill(g);
            }
            if (Double.isFinite(interval.low()[i]) && Double.isFinite(interval.high()[i])) {
                band.add(plot.x(series.millis()[i]), plot.y(interval.low()[i]), plot.y(interval.high()[i]));
            }
        }
        band.fill(g);
    }

    private static void threshold(GraphicsContext g, Plot plot, double value, Palette palette) {
        var y = Math.rint(plot.y(value)) + 0.5;
        g.setStroke(palette.get(Token.THRESHOLD));
        g.setLineWidth(1);
        g.setLineDashes(5, 3);
        g.strokeLine(plot.left(), y, plot.right(), y);
        g.setLineDashes((double[]) null);
    }

    private void line(GraphicsContext g, Plot plot, ChartLine each, Palette palette) {
        var series = each.series();
        line.clear();
        for (var i = 0; i < series.size(); i++) {
            if (series.gapBefore(i)) {
                line.gap();
            }
            var value = series.values()[i];
            line.add(plot.x(series.millis()[i]), Double.isFinite(value) ? plot.y(value) : Double.NaN);
        }
        line.end();
        g.setStroke(palette.get(each.role().ink()));
        g.setLineWidth(each.role().width());
        g.setLineJoin(StrokeLineJoin.ROUND);
        line.stroke(g);
    }
}
