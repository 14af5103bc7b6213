package jml.views.releases.review;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import jml.views.kit.Type;
import jml.views.kit.icon.IconView;
import jml.views.kit.table.Cells;

/// The frozen metrics with both arms' counts. A few rows that never change: no table that scrolls.
final class MetricGrid extends GridPane {
    private static final double[] WIDTHS = {0, 126, 126, 60, 60, 128, 112};
    private static final double HEAD = 22;
    private static final double ROW = 28;

    MetricGrid(EvidenceContent content) {
        getStyleClass().add("review-metrics");
        for (int i = 0; i < WIDTHS.length; i++) {
            var column = new ColumnConstraints();
            if (i == 0) {
                column.setHgrow(Priority.ALWAYS);
                column.setMinWidth(120);
            } else {
                column.setMinWidth(WIDTHS[i]);
                column.setHalignment(i == WIDTHS.length - 1 ? HPos.LEFT : HPos.RIGHT);
            }
            getColumnConstraints().add(column);
        }
        row(
                HEAD,
                Type.caption("Metric"),
                Type.caption(content.baseline() + " of n"),
                Type.caption(content.canary() + " of n"),
                Type.caption(content.baseline() + " %"),
                Type.caption(content.canary() + " %"),
                Type.caption("Ratio 95%"),
                Type.caption("Verdict"));
        content.metrics().forEach(this::metric);
    }

    private void metric(EvidenceContent.Metric metric) {
        var name = Type.body(metric.name());
        name.getStyleClass().add("medium");
        row(
                ROW,
                name,
                quiet(metric.baselineOf()),
                quiet(metric.canaryOf()),
                quiet(metric.baselineRate()),
                Type.body(metric.canaryRate()),
                quiet(metric.ratio()),
                verdict(metric.verdict()));
    }

    private void row(double height, Node... cells) {
        addRow(getRowCount(), cells);
        getRowConstraints().add(new RowConstraints(height));
    }

    private static Label quiet(String words) {
        var label = Type.body(words);
        label.getStyleClass().add("ink-2");
        return label;
    }

    private static HBox verdict(Cells.Word verdict) {
        var word = Type.small(verdict.word());
        word.getStyleClass().add("semibold");
        var line = new HBox(IconView.small(verdict.icon()), word);
        line.getStyleClass().addAll("row", "review-verdict", verdict.ink());
        return line;
    }
}
