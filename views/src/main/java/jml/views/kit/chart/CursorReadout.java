package jml.views.kit.chart;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import jml.views.kit.theme.Fonts;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// The line under the pointer with the instant and what every line of the chart had there.
final class CursorReadout {
    private static final double LINE = 15;
    private static final double PAD = 6;

    private record Row(String text, Token ink) {}

    private CursorReadout() {}

    static void draw(GraphicsContext g, Plot plot, ChartModel model, Instant at, Palette palette) {
        var x = Math.rint(plot.x(at.toEpochMilli())) + 0.5;
        if (x < plot.left() || x > plot.right() + 1) {
            return;
        }
        g.setStroke(palette.get(Token.LINE_3));
        g.setLineWidth(1);
        g.strokeLine(x, plot.top(), x, plot.bottom());
        var rows = rows(model, at);
        var font = Fonts.of(Fonts.MEDIUM, 11);
        var width = rows.stream()
                        .mapToDouble(row -> TextWidth.of(row.text, font))
                        .max()
                        .orElse(0)
                + 2 * PAD;
        var left = x + 8 + width <= plot.right() ? x + 8 : x - 8 - width;
        box(g, palette, left, plot.top() + 4, width, rows, font);
    }

    private static List<Row> rows(ChartModel model, Instant at) {
        var clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                .withZone(model.axis().zone());
        var rows = new ArrayList<Row>();
        rows.add(new Row(clock.format(at), Token.TEXT_1));
        for (var line : model.lines()) {
            var value = line.series().near(at.toEpochMilli());
            var text = Double.isFinite(value) ? LineEnds.number(value, model.unit()) : "no data";
            rows.add(new Row(line.name() + " " + text, line.role().ink()));
        }
        return rows;
    }

    private static void box(
            GraphicsContext g, Palette palette, double left, double top, double width, List<Row> rows, Font font) {
        g.setFill(palette.get(Token.BG_3));
        g.fillRoundRect(left, top, width, rows.size() * LINE + PAD, 6, 6);
        g.setFont(font);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (var i = 0; i < rows.size(); i++) {
            g.setFill(palette.get(rows.get(i).ink));
            g.fillText(rows.get(i).text, left + PAD, top + PAD / 2 + (i + 0.5) * LINE);
        }
    }
}
