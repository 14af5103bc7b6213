package jml.views.oncall.panel;

import java.util.List;
import javafx.scene.layout.StackPane;
import jml.views.kit.Action;
import jml.views.kit.Notice;
import jml.views.kit.Sentence;
import jml.views.kit.chart.TimeChart;

/// The chart of the deciding indicator, or why it is not there.
final class PanelChart extends StackPane {
    private static final double HEIGHT = 152;

    private final Runnable retry;
    private final Runnable toSources;
    private final TimeChart chart = new TimeChart(HEIGHT);

    PanelChart(Runnable retry, Runnable toSources) {
        this.retry = retry;
        this.toSources = toSources;
        getStyleClass().add("panel-chart");
        setMinHeight(HEIGHT);
        getChildren().add(chart);
    }

    void show(PanelViewModel.Chart now) {
        switch (now) {
            case PanelViewModel.Chart.Drawn drawn -> {
                chart.show(drawn.model());
                if (!getChildren().equals(List.of(chart))) {
                    getChildren().setAll(chart);
                }
            }
            case PanelViewModel.Chart.Loading loading ->
                getChildren().setAll(Notice.loading("Waiting for " + loading.what() + "."));
            case PanelViewModel.Chart.Failed failed ->
                getChildren()
                        .setAll(Notice.error(
                                "The chart could not be loaded",
                                Sentence.of(failed.why()),
                                new Action("Try again", retry),
                                new Action("See sources", toSources)));
        }
    }
}
