package jml.views.oncall;

import java.util.List;
import java.util.function.Function;
import jml.core.fleet.Recent;
import jml.core.text.Words;
import jml.views.kit.chart.Scale;
import jml.views.kit.table.CellText;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetColumn;
import jml.views.kit.table.FleetColumn.Kind;

/// The columns of the On-call table.
final class OnCallColumns {
    static final String STATE = "state";
    static final String MODEL = "model";
    static final String VERSION = "version";
    static final String P95 = "p95";
    static final String SUCCESS = "success";
    static final String FIDELITY = "fidelity";
    static final String DRIFT = "drift";
    static final String TRAFFIC = "traffic";
    static final String TREND = "trend";

    /// Columns that go first when the window is narrow.
    static final List<String> YIELDING = List.of(DRIFT, SUCCESS, TRAFFIC, TREND, FIDELITY, P95);

    /// Strain at which an objective's line is reached.
    private static final double LINE = 1;

    private static final Scale STRAIN = new Scale(0, Recent.TOP);

    private OnCallColumns() {}

    static List<FleetColumn<OnCallRow>> all() {
        return List.of(
                new FleetColumn<>(
                        STATE, "State", "", 104, Kind.TEXT, Cells.state(OnCallRow::stateWord), row -> row.state()
                                .word()),
                FleetColumn.text(
                        MODEL,
                        "Model",
                        "",
                        128,
                        Kind.GROWING,
                        row -> CellText.of(Words.oneLine(row.key().name(), 120))),
                new FleetColumn<>(
                        VERSION,
                        "Version → canary",
                        "",
                        110,
                        Kind.TEXT,
                        Cells.arms(OnCallRow::arms),
                        OnCallColumns::arms),
                figure(P95, "p95", "ms", 54, OnCallRow::p95),
                figure(SUCCESS, "Success", "%", 62, OnCallRow::success),
                figure(FIDELITY, "Fidelity", "%", 60, OnCallRow::fidelity),
                figure(DRIFT, "Drift", "", 40, OnCallRow::drift),
                figure(TRAFFIC, "Traffic", "req/s", 80, OnCallRow::traffic),
                new FleetColumn<>(
                        TREND,
                        "Of limit, 1 h",
                        "",
                        84,
                        Kind.TEXT,
                        Cells.trend("part of the limit in use, 1 h", STRAIN, LINE, OnCallRow::line),
                        row -> Words.number(row.trend().last(), 2)));
    }

    /// The figure rows are ordered by when a person asks for this column; null for columns of words.
    static Function<OnCallRow, Double> number(String column) {
        return switch (column) {
            case P95 -> row -> row.p95().order();
            case SUCCESS -> row -> row.success().order();
            case FIDELITY -> row -> row.fidelity().order();
            case DRIFT -> row -> row.drift().order();
            case TRAFFIC -> row -> row.traffic().order();
            case TREND -> row -> row.trend().last();
            default -> _ -> Double.NaN;
        };
    }

    private static FleetColumn<OnCallRow> figure(
            String id, String head, String unit, double width, Function<OnCallRow, Reading> of) {
        return FleetColumn.text(
                id, head, unit, width, Kind.NUMBER, row -> of.apply(row).text());
    }

    private static String arms(OnCallRow row) {
        var arms = row.arms();
        return arms.canary().isEmpty() ? arms.baseline() : arms.baseline() + " → " + arms.canary();
    }
}
