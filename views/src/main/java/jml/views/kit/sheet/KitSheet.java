package jml.views.kit.sheet;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.views.kit.Type;

/// Every piece of the kit in each of its states, on one sheet of 1440 pixels: what `console render --screen kit` draws.
///
/// Its contents are examples with fixed numbers, so that two pictures of it differ only when a piece changed.
public final class KitSheet extends VBox {
    private static final int COLUMNS = 4;

    private final GridPane grid = new GridPane();
    private int row;
    private int column;

    public KitSheet() {
        getStyleClass().add("sheet");
        var title = Type.say("JML Console kit");
        var motto = Type.body("one look for one meaning; flat fills, 1 px lines, 4 px grid");
        motto.getStyleClass().add("ink-3");
        var head = new HBox(title, motto);
        head.getStyleClass().add("sheet-head");
        grid.getStyleClass().add("sheet-grid");
        for (var i = 0; i < COLUMNS; i++) {
            var constraint = new ColumnConstraints();
            constraint.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(constraint);
        }
        getChildren().addAll(head, grid);
        cell(2, "State", "icon + word + colour; filled only in a title or banner", StateExamples.states());
        cell(2, "Figures", "unit small, caption = name · sample; age only when it is old", StateExamples.figures());
        cell(
                2,
                "Time chart",
                "labels at the line end, threshold named, marks on top, gap = no data",
                ChartExamples.chart());
        cell(2, "Rollout, meters, marks", "done, held, to come; a budget bar runs to 125%", ChartExamples.tracks());
        cell(2, "Banners", "one line under the top bar; never stacked over two", PieceExamples.banners());
        cell(1, "Sources", "pop-over of the strip", PieceExamples.sources());
        cell(1, "Environments", "only production is filled", PieceExamples.environments());
        cell(2, "Actions", "an action that is not allowed stays visible and says why", PieceExamples.actions());
        cell(2, "Fleet table", "only the figure that misses its limit is coloured", TableExamples.table());
        cell(1, "Empty", "", PieceExamples.empty());
        cell(1, "Not connected", "", PieceExamples.notConnected());
        cell(1, "Error", "", PieceExamples.error());
        cell(1, "Loading", "after 300 ms; then what it waits for", PieceExamples.loading());
        cell(
                2,
                "Command palette",
                "go, filter and act in one field; verbs keep their reason",
                PieceExamples.commands());
        cell(2, "Toasts", "bottom right; the 5 s grace is a toast with a bar", PieceExamples.toasts());
    }

    private void cell(int span, String name, String rule, Node content) {
        var title = Type.section(name);
        var meaning = Type.small(rule);
        meaning.getStyleClass().add("ink-3");
        var head = new HBox(title, meaning);
        head.getStyleClass().addAll("sheet-rule", "rule-below");
        var cell = new VBox(head, content);
        cell.getStyleClass().add("sheet-cell");
        cell.setMinWidth(0);
        cell.setMaxWidth(Region.USE_COMPUTED_SIZE);
        if (column + span > COLUMNS) {
            column = 0;
            row++;
        }
        grid.add(cell, column, row, span, 1);
        column += span;
    }
}
