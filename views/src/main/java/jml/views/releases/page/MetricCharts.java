package jml.views.releases.page;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jml.views.kit.Type;
import jml.views.kit.chart.RateHistogram;
import jml.views.kit.chart.TimeChart;

/// The three charts of the chosen metric: its rate in both arms over time, how many minutes showed which rate, and how
/// the evidence grew.
final class MetricCharts extends GridPane {
    private static final double HEIGHT = 196;

    private final Label name = Type.section("");
    private final TimeChart rates = new TimeChart(HEIGHT);
    private final RateHistogram histogram = new RateHistogram(HEIGHT);
    private final TimeChart evidence = new TimeChart(HEIGHT);

    MetricCharts() {
        getStyleClass().add("release-charts");
        for (double share : new double[] {42, 26, 32}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            getColumnConstraints().add(column);
        }
        addRow(
                0,
                head(name, "per minute"),
                head(Type.section("Distribution"), "minutes at each rate"),
                head(Type.section("Evidence"), "log₁₀ E that the canary is worse"));
        addRow(1, rates, histogram, evidence);
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
        name.setText(charts.metric() + ", %");
        rates.show(charts.rates());
        histogram.show(charts.baselineName(), charts.baselineRates(), charts.canaryName(), charts.canaryRates());
        evidence.show(charts.evidence());
    }
}
