package jml.views.oncall.panel;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import jml.views.kit.Figure;
import jml.views.kit.FigureText;

/// The four figures of the panel, side by side; changed in place.
final class PanelFigureRow extends GridPane {
    private static final int COLUMNS = 4;

    private final List<Figure> figures;

    PanelFigureRow() {
        getStyleClass().add("panel-figures");
        figures = java.util.stream.Stream.generate(() -> Figure.of(FigureText.missing("")))
                .limit(COLUMNS)
                .toList();
        for (var i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
            add(figures.get(i), i, 0);
        }
    }

    void show(List<FigureText> texts) {
        for (var i = 0; i < COLUMNS; i++) {
            figures.get(i).show(texts.get(i));
        }
    }
}
