package jml.views.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import jml.core.fleet.Unmatched;
import jml.core.text.Words;
import jml.views.kit.Action;
import jml.views.kit.Notice;
import jml.views.kit.table.CellText;
import jml.views.kit.table.FleetColumn;
import jml.views.kit.table.FleetColumn.Kind;
import jml.views.kit.table.FleetLine;
import jml.views.kit.table.FleetTable;

/// What belongs to no model, with the rule of the profile that would give it one.
final class MappingTab extends StackPane {
    private final FleetTable<Unmatched> table = new FleetTable<>(columns());
    private final Notice none;
    private List<Unmatched> shown = List.of();

    /// @param toOnCall where to go when all is well
    MappingTab(Runnable toOnCall) {
        none = Notice.empty(
                "Everything belongs to a model",
                "Every workload, series and alert that the console sees was recognised.",
                new Action("To On-call", toOnCall));
        getChildren().addAll(table, none);
    }

    FleetTable<Unmatched> table() {
        return table;
    }

    void show(List<Unmatched> unmatched) {
        shown = unmatched;
        var lines = new ArrayList<FleetLine<Unmatched>>();
        for (var kind : Unmatched.Kind.values()) {
            var own = unmatched.stream().filter(it -> it.kind() == kind).toList();
            if (!own.isEmpty()) {
                lines.add(new FleetLine.Group<>(title(kind), Words.count(own.size()) + " match no model"));
                own.forEach(it -> lines.add(new FleetLine.Row<>(key(it), it, false)));
            }
        }
        table.show(lines);
        table.setVisible(!lines.isEmpty());
        none.setVisible(lines.isEmpty());
    }

    Optional<Unmatched> of(String key) {
        return shown.stream().filter(it -> key(it).equals(key)).findFirst();
    }

    private static String key(Unmatched unmatched) {
        return unmatched.kind() + "/" + unmatched.environment() + "/" + unmatched.what();
    }

    private static String title(Unmatched.Kind kind) {
        return switch (kind) {
            case WORKLOAD -> "Workloads";
            case SERIES -> "Series";
            case ALERT -> "Alerts";
        };
    }

    private static List<FleetColumn<Unmatched>> columns() {
        return List.of(
                FleetColumn.text("what", "Seen", "", 220, Kind.NAME, it -> CellText.of(Words.oneLine(it.what(), 80))),
                FleetColumn.text("environment", "Environment", "", 100, Kind.TEXT, it -> CellText.of(it.environment())),
                FleetColumn.text(
                        "reason",
                        "Why it matches nothing",
                        "",
                        200,
                        Kind.GROWING,
                        it -> CellText.of(Words.oneLine(it.reason(), 160))));
    }
}
