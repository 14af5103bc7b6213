package jml.views.kit.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import jml.core.text.Words;
import jml.views.kit.theme.Fonts;
import jml.views.kit.theme.Palette;
import jml.views.kit.theme.Token;

/// The labels right of a plot, in place of a legend: each line's name and last value, and the threshold's name.
record LineEnds(List<Label> labels) {
    private static final double LINE_HEIGHT = 14;

    record Label(String text, double value, Token ink, boolean strong) {
        Font font() {
            return Fonts.of(strong ? Fonts.SEMIBOLD : Fonts.REGULAR, 11);
        }
    }

    static LineEnds of(ChartModel model) {
        var labels = new ArrayList<Label>();
        for (var line : model.lines()) {
            var last = line.series().last();
            if (!line.name().isEmpty() && Double.isFinite(last)) {
                labels.add(
                        new Label(words(line, model.unit()), last, line.role().ink(), true));
            }
        }
        var threshold = model.threshold();
        if (threshold != null) {
            labels.add(new Label(threshold.label(), threshold.value(), Token.THRESHOLD, false));
        }
        return new LineEnds(labels);
    }

    static String words(ChartLine line, ChartModel.Unit unit) {
        var last = line.series().last();
        return Double.isFinite(last) ? line.name() + " " + number(last, unit) : line.name() + " no data";
    }

    static String number(double value, ChartModel.Unit unit) {
        return unit.before() + Words.number(value, unit.decimals()) + unit.after();
    }

    /// Pixels the widest label needs.
    double width() {
        return labels.stream()
                .mapToDouble(label -> TextWidth.of(label.text(), label.font()))
                .max()
                .orElse(0);
    }

    void draw(GraphicsContext g, Plot plot, Palette palette, double x) {
        var wanted = labels.stream()
                .mapToDouble(label -> plot.y(plot.scale().clamp(label.value())))
                .toArray();
        var placed = LabelSpread.spread(wanted, LINE_HEIGHT, plot.top(), plot.bottom());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (var i = 0; i < placed.length; i++) {
            g.setFont(labels.get(i).font());
            g.setFill(palette.get(labels.get(i).ink()));
            g.fillText(labels.get(i).text(), x, placed[i]);
        }
    }
}
