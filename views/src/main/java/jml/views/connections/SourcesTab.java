package jml.views.connections;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.core.text.Words;
import jml.views.kit.Type;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetColumn;
import jml.views.kit.table.FleetColumn.Kind;
import jml.views.kit.table.FleetLine;
import jml.views.kit.table.FleetTable;

/// Every source with its state, the last errors, and what each screen lacks because of them.
final class SourcesTab extends ScrollPane {
    private static final double ROW = 28;

    private final FleetTable<SourceRow> table = new FleetTable<>(columns());
    private final VBox errors = new VBox();
    private final VBox lacks = new VBox();

    SourcesTab() {
        getStyleClass().add("sources-tab");
        var body = new VBox(table, errors, lacks);
        setContent(body);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    FleetTable<SourceRow> table() {
        return table;
    }

    void show(ConnectionsContent content) {
        table.show(content.sources());
        var height = ROW * (content.sources().size() + 1) + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        errors.getChildren().setAll(section("Last errors", "6 h"));
        if (content.errors().isEmpty()) {
            errors.getChildren().add(line(quiet("None.")));
        }
        content.errors().forEach(it -> errors.getChildren().add(failure(it)));
        lacks.getChildren().setAll(section("What each screen lacks now", ""));
        if (content.lacks().isEmpty()) {
            lacks.getChildren().add(line(quiet("Nothing: every source answers.")));
        }
        content.lacks().forEach(it -> lacks.getChildren().add(lack(it)));
    }

    /// The row of a source, for the panel.
    static java.util.Optional<SourceRow> row(List<FleetLine<SourceRow>> lines, String name) {
        for (var line : lines) {
            if (line instanceof FleetLine.Row<SourceRow> row && row.key().equals(name)) {
                return java.util.Optional.of(row.value());
            }
        }
        return java.util.Optional.empty();
    }

    private static List<FleetColumn<SourceRow>> columns() {
        return List.of(
                new FleetColumn<>(
                        "state", "State", "", 112, Kind.TEXT, Cells.state(SourceRow::state), row -> row.state()
                                .word()),
                FleetColumn.text(
                        "source", "Source", "", 136, Kind.NAME, row -> jml.views.kit.table.CellText.of(row.name())),
                FleetColumn.text("address", "Address", "", 150, Kind.GROWING, SourceRow::address),
                FleetColumn.text("sign-in", "Sign-in", "", 110, Kind.TEXT, SourceRow::signIn),
                FleetColumn.text("models", "Models", "", 56, Kind.NUMBER, SourceRow::modelText),
                FleetColumn.text("answer", "Answer", "ms", 66, Kind.NUMBER, SourceRow::answer),
                FleetColumn.text("age", "Age", "", 62, Kind.NUMBER, SourceRow::age));
    }

    private static HBox section(String title, String note) {
        var small = Type.small(note);
        small.getStyleClass().add("ink-3");
        var head = new HBox(Type.section(title), small);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("sources-head");
        return head;
    }

    private static HBox failure(ConnectionsContent.Failure failure) {
        var said = quiet(failure.said());
        said.setMinWidth(0);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var times = Type.body(failure.times() > 1 ? Words.count(failure.times()) + " times" : "");
        times.getStyleClass().add("ink-2");
        times.setMinWidth(Region.USE_PREF_SIZE);
        if (!failure.request().isBlank()) {
            Tooltip.install(said, new Tooltip(failure.request()));
        }
        return line(column(failure.time(), 96, "ink-2"), column(failure.source(), 136, "medium"), said, times);
    }

    private static HBox lack(ConnectionsContent.Lack lack) {
        var what = quiet(lack.what());
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        var source = Type.body(lack.source());
        source.getStyleClass().add("ink-3");
        source.setMinWidth(Region.USE_PREF_SIZE);
        return line(column(lack.screen(), 96, "medium"), what, source);
    }

    private static Label column(String text, double width, String styleClass) {
        var label = Type.body(text);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    private static Label quiet(String text) {
        var label = Type.body(text);
        label.getStyleClass().add("ink-2");
        return label;
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("sources-line");
        return line;
    }
}
