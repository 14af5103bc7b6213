package jml.views.oncall.panel;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jml.views.kit.Action;
import jml.views.kit.Notice;
import jml.views.kit.Sentence;
import jml.views.kit.Type;
import jml.views.kit.chart.TimeChart;

/// The chart of the deciding indicator, or why it is not there.
final class PanelChart extends StackPane {
    private static final double HEIGHT = 152;

    private final Runnable retry;
    private final Runnable toSources;
    private final TimeChart chart = new TimeChart(HEIGHT);
    private final Label origin = Type.caption("");
    private final VBox drawing = new VBox(chart, origin);

    PanelChart(Runnable retry, Runnable toSources) {
        this.retry = retry;
        this.toSources = toSources;
        getStyleClass().add("panel-chart");
        setMinHeight(HEIGHT);
        origin.visibleProperty().bind(origin.textProperty().isNotEmpty());
        origin.managedProperty().bind(origin.visibleProperty());
        getChildren().add(drawing);
    }

    void show(PanelViewModel.Chart now) {
        switch (now) {
            case PanelViewModel.Chart.Drawn drawn -> {
                chart.show(drawn.model());
                origin.setText(drawn.model().origin());
                if (!getChildren().equals(List.of(drawing))) {
                    getChildren().setAll(drawing);
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
