package jml.views.releases.page;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jml.views.kit.Type;
import jml.views.kit.chart.RateHistogram;
import jml.views.kit.chart.TimeChart;

/// The charts of the chosen metric: both arms over time, and where it is counted, how many minutes showed which rate
/// and how the evidence grew.
final class MetricCharts extends GridPane {
    private static final double HEIGHT = 172;

    private final Label name = Type.section("");
    private final TimeChart rates = new TimeChart(HEIGHT);
    private final RateHistogram histogram = new RateHistogram(HEIGHT);
    private final TimeChart evidence = new TimeChart(HEIGHT);
    private final Label means = Type.small(
            "A gauge is a mean a minute: it has no counts, so no distribution and no E. Its evidence is the interval of the difference.");
    private final List<Region> counted;

    MetricCharts() {
        getStyleClass().add("release-charts");
        for (double share : new double[] {42, 26, 32}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            getColumnConstraints().add(column);
        }
        means.setWrapText(true);
        means.getStyleClass().add("ink-2");
        var distribution = head(Type.section("Distribution"), "minutes at each rate");
        var grown = head(Type.section("Evidence"), "log₁₀ E that the canary is worse");
        counted = List.of(distribution, grown, histogram, evidence);
        addRow(0, head(name, "per minute"), distribution, grown);
        addRow(1, rates, histogram, evidence);
        add(means, 1, 1, 2, 1);
        GridPane.setValignment(means, VPos.TOP);
        rates.pointedProperty().bindBidirectional(evidence.pointedProperty());
    }

    private static Region head(Label title, String note) {
        var quiet = Type.small(note);
        quiet.getStyleClass().add("ink-3");
        var line = new HBox(title, quiet);
        line.getStyleClass().add("row");
        return line;
    }

    void show(PageContent.Charts charts) {
        name.setText(charts.unit().isEmpty() ? charts.metric() : charts.metric() + ", " + charts.unit());
        rates.show(charts.arms());
        var counts = charts.counted();
        means.setVisible(counts == null);
        counted.forEach(it -> it.setVisible(counts != null));
        if (counts != null) {
            histogram.show(counts.baselineName(), counts.baselineRates(), counts.canaryName(), counts.canaryRates());
            evidence.show(counts.evidence());
        }
    }
}
