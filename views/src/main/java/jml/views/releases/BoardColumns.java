package jml.views.releases;

import java.util.List;
import javafx.scene.layout.Region;
import jml.core.model.Environment;
import jml.core.text.Words;
import jml.views.kit.chart.StepDots;
import jml.views.kit.table.CellText;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetColumn;
import jml.views.kit.table.FleetColumn.Kind;

/// The columns of the board.
final class BoardColumns {
    /// Columns that go first when the window is narrow.
    static final List<String> YIELDING = List.of("engine", "steps", "waits-for");

    private BoardColumns() {}

    static List<FleetColumn<ReleaseRow>> all() {
        return List.of(
                new FleetColumn<>(
                        "verdict",
                        "Verdict so far",
                        "",
                        122,
                        Kind.TEXT,
                        Cells.word(ReleaseRow::verdict),
                        row -> row.verdict().word()),
                FleetColumn.text(
                        "model",
                        "Model",
                        "",
                        140,
                        Kind.NAME,
                        row -> CellText.of(Words.oneLine(row.key().name(), 120))),
                new FleetColumn<>(
                        "environment",
                        "Environment",
                        "",
                        104,
                        Kind.TEXT,
                        Cells.beside(new EnvironmentBar()),
                        row -> row.environment().name()),
                new FleetColumn<>(
                        "version",
                        "Version → canary",
                        "",
                        130,
                        Kind.TEXT,
                        Cells.arms(ReleaseRow::arms),
                        row -> row.arms().baseline() + " → " + row.arms().canary()),
                FleetColumn.text("engine", "Engine", "", 136, Kind.TEXT, row -> CellText.of(row.engine())),
                new FleetColumn<>("steps", "Step", "", 130, Kind.TEXT, Cells.beside(new Steps()), ReleaseRow::step),
                FleetColumn.text("why", "Why", "", 190, Kind.GROWING, row -> CellText.of(row.why())),
                FleetColumn.text("decides", "Decides", "", 62, Kind.NUMBER, ReleaseRow::decision),
                FleetColumn.text("waits-for", "Waits for", "", 210, Kind.TEXT, row -> CellText.of(row.waitsFor())));
    }

    private static final class EnvironmentBar implements Cells.Beside<Region, ReleaseRow> {
        @Override
        public Region node() {
            var bar = new Region();
            bar.getStyleClass().add("environment-bar");
            return bar;
        }

        @Override
        public String show(Region bar, ReleaseRow row) {
            bar.getStyleClass()
                    .setAll("environment-bar", styleClass(row.environment().stage()));
            return row.environment().name();
        }
    }

    static String styleClass(Environment.Stage stage) {
        return switch (stage) {
            case PRODUCTION -> "env-production";
            case STAGING -> "env-staging";
            case DEVELOPMENT -> "env-dev";
            case SIMULATED -> "env-simulated";
        };
    }

    private static final class Steps implements Cells.Beside<StepDots, ReleaseRow> {
        @Override
        public StepDots node() {
            return new StepDots();
        }

        @Override
        public String show(StepDots dots, ReleaseRow row) {
            dots.show(row.steps(), row.reached(), row.stopped());
            return row.step();
        }
    }
}
