package jml.views.kit.sheet;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.views.kit.Figure;
import jml.views.kit.FigureText;
import jml.views.kit.StateBadge;
import jml.views.kit.Type;
import jml.views.kit.icon.StateLook;

/// The sheet's states and figures.
final class StateExamples {
    private StateExamples() {}

    static Node states() {
        var table = new GridPane();
        table.getStyleClass().add("sheet-states");
        var row = 0;
        for (var state : StateLook.values()) {
            var meaning = Type.body(meaning(state));
            meaning.getStyleClass().add("ink-2");
            table.addRow(row++, StateBadge.filled(state), StateBadge.plain(state), meaning);
        }
        return table;
    }

    static Node figures() {
        var row = spread(
                Figure.of(FigureText.of("98.4", "%", "fidelity · n 55,260")),
                Figure.of(FigureText.of("90.7", "%", "fidelity · n 18,420").looking(FigureText.Look.BREACHING)),
                Figure.of(FigureText.of("84", "ms", "p95").aged("p95", Duration.ofMinutes(7), Duration.ofSeconds(15))),
                Figure.of(FigureText.tooLittle(84, "fidelity needs n ≥ 500")),
                Figure.of(FigureText.missing("p95 · no series, 11 min")));
        var tiles = spread(
                Figure.tile("Models within SLO", FigureText.of("91.7", "%", "target 95 · was 95.8 last week")),
                ChartExamples.trend(3, 95, 2, -3, 130),
                Figure.tile("Time to recover, median", FigureText.of("14", "min", "9 incidents · 30 days")),
                ChartExamples.trend(8, 22, 6, -8, 110));
        var box = new VBox(row, tiles);
        box.getStyleClass().add("sheet-figures");
        return box;
    }

    private static HBox spread(Node... nodes) {
        var row = new HBox();
        row.setAlignment(Pos.BOTTOM_LEFT);
        for (var node : nodes) {
            if (!row.getChildren().isEmpty()) {
                var space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                row.getChildren().add(space);
            }
            row.getChildren().add(node);
        }
        return row;
    }

    private static String meaning(StateLook state) {
        return switch (state) {
            case BREACHING -> "an objective is missed now";
            case ATTENTION -> "a limit is near, or a ticket is open";
            case NO_DATA -> "the source answers, the series is missing";
            case STALE -> "the last value is older than two intervals";
            case TOO_LITTLE -> "fewer requests than the measure needs";
            case PAUSED -> "stopped on purpose, with who and until when";
            case HEALTHY -> "measured, fresh and within its objectives";
        };
    }
}
