package jml.views.oncall.panel;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import jml.views.kit.Type;
import jml.views.kit.chart.Points;
import jml.views.kit.chart.Scale;
import jml.views.kit.chart.Sparkline;

/// What the model uses and costs, side by side. Their values change at every refresh, in place; other resources are
/// other nodes.
final class ResourceFlow extends FlowPane {
    private static final Scale WHOLE = new Scale(0, 1);

    private final Sparkline utilisation = new Sparkline("utilisation, 1 h", 44, 16);
    private List<Cell> cells = List.of();

    ResourceFlow() {
        getStyleClass().add("panel-resources");
    }

    void show(List<PanelContent.Resource> resources) {
        var names = resources.stream().map(PanelContent.Resource::name).toList();
        if (!names.equals(cells.stream().map(cell -> cell.name).toList())) {
            var made = new ArrayList<Cell>();
            names.forEach(name -> made.add(new Cell(name)));
            cells = made;
            getChildren().setAll(made);
        }
        for (var i = 0; i < cells.size(); i++) {
            cells.get(i).show(resources.get(i));
        }
    }

    void utilisation(Points points) {
        utilisation.show(points, WHOLE, Sparkline.Tone.QUIET);
    }

    private final class Cell extends VBox {
        private final String name;
        private final Label value = Type.body("");
        private final Label rest = Type.small("");

        Cell(String name) {
            this.name = name;
            getStyleClass().add("panel-resource");
            value.getStyleClass().add("semibold");
            rest.getStyleClass().add("ink-2");
            var line = new HBox(value, rest);
            line.setAlignment(Pos.BASELINE_LEFT);
            if (name.equals("Utilisation")) {
                line.getChildren().add(utilisation);
                line.setAlignment(Pos.CENTER_LEFT);
            }
            getChildren().addAll(Type.caption(name), line);
        }

        void show(PanelContent.Resource resource) {
            value.setText(resource.value());
            rest.setText(resource.rest());
        }
    }
}
