package jml.views.kit.sheet;

import java.util.List;
import javafx.scene.Node;
import jml.views.kit.chart.Points;
import jml.views.kit.chart.Scale;
import jml.views.kit.chart.Sparkline;
import jml.views.kit.icon.StateLook;
import jml.views.kit.table.CellText;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetColumn;
import jml.views.kit.table.FleetColumn.Kind;
import jml.views.kit.table.FleetLine;
import jml.views.kit.table.FleetTable;

/// The sheet's fleet table: one row in each state.
final class TableExamples {
    private static final Scale BURN = new Scale(0, 3.4);

    private record Example(
            Cells.StateWord state,
            String name,
            Cells.Arms arms,
            CellText p95,
            CellText fidelity,
            CellText burn,
            Cells.Trend trend) {}

    private TableExamples() {}

    static Node table() {
        var table = new FleetTable<>(columns());
        table.show(List.of(
                new FleetLine.Group<>("Needs attention", "4, worst first"),
                row(StateLook.BREACHING, "Breaching", "fraud-scorer", "v17 25%", "84", "90.7", "3.1× (5m) > 2×", false),
                row(
                        StateLook.ATTENTION,
                        "Attention",
                        "llm-product-search",
                        "",
                        "1,840",
                        "96.1",
                        "1.4× (1h) > 1×",
                        false),
                row(StateLook.NO_DATA, "No data", "edge-shelf-vision", "", "", "", "", false),
                row(StateLook.STALE, "Stale 7 min", "price-elasticity", "", "48", "98.4", "0.2×", false),
                new FleetLine.Group<>("The rest", "3"),
                row(StateLook.TOO_LITTLE, "Too little", "triage-paediatric", "v4 5%", "310", "n 84", "", true),
                row(StateLook.PAUSED, "Paused", "credit-underwriting", "v8 50%", "142", "98.9", "0.3×", true),
                row(StateLook.HEALTHY, "Healthy", "account-takeover", "", "39", "98.1", "0.2×", true)));
        table.selectedKeyProperty().set("fraud-scorer");
        table.setPrefHeight(10 * 28 + 2);
        return table;
    }

    private static List<FleetColumn<Example>> columns() {
        return List.of(
                new FleetColumn<>(
                        "state", "State", "", 92, Kind.TEXT, Cells.state(Example::state), e -> e.state.word()),
                FleetColumn.text("model", "Model", "", 126, Kind.NAME, e -> CellText.of(e.name)),
                new FleetColumn<>(
                        "version",
                        "Version → canary",
                        "",
                        100,
                        Kind.TEXT,
                        Cells.arms(Example::arms),
                        e -> e.arms.baseline()),
                FleetColumn.text("p95", "p95", "ms", 46, Kind.NUMBER, Example::p95),
                FleetColumn.text("fidelity", "Fidelity", "%", 56, Kind.NUMBER, Example::fidelity),
                FleetColumn.text("burn", "Burn", "", 102, Kind.NUMBER, Example::burn),
                new FleetColumn<>(
                        "trend",
                        "Burn, 1 h",
                        "",
                        74,
                        Kind.GROWING,
                        Cells.trend("burn, 1 h", BURN, Example::trend),
                        _ -> ""));
    }

    private static FleetLine<Example> row(
            StateLook state,
            String word,
            String name,
            String canary,
            String p95,
            String fidelity,
            String burn,
            boolean quiet) {
        var bad =
                switch (state) {
                    case BREACHING -> CellText.Tone.BREACHING;
                    case ATTENTION -> CellText.Tone.ATTENTION;
                    case STALE -> CellText.Tone.DIM;
                    default -> CellText.Tone.PLAIN;
                };
        var dim = bad == CellText.Tone.DIM ? bad : CellText.Tone.PLAIN;
        return new FleetLine.Row<>(
                name,
                new Example(
                        new Cells.StateWord(state, word),
                        name,
                        new Cells.Arms("v16", canary),
                        cell(p95, state == StateLook.ATTENTION ? bad : dim),
                        cell(
                                fidelity,
                                state == StateLook.BREACHING
                                        ? bad
                                        : fidelity.startsWith("n") ? CellText.Tone.DIM : dim),
                        cell(burn, bad),
                        trend(state)),
                quiet);
    }

    private static CellText cell(String text, CellText.Tone tone) {
        return text.isEmpty() ? CellText.NONE : new CellText(text, tone);
    }

    private static Cells.Trend trend(StateLook state) {
        return switch (state) {
            case BREACHING ->
                new Cells.Trend(
                        Points.of(ChartExamples.walk(
                                77, 60, 0.4, 0.22, x -> x > 0.65 ? 2.6 * Math.min(1, (x - 0.65) * 7) : 0)),
                        Sparkline.Tone.BREACHING);
            case ATTENTION ->
                new Cells.Trend(
                        Points.of(ChartExamples.walk(154, 60, 0.5, 0.22, x -> 0.8 * x)), Sparkline.Tone.ATTENTION);
            case TOO_LITTLE -> new Cells.Trend(Points.NONE, Sparkline.Tone.QUIET);
            case NO_DATA ->
                new Cells.Trend(
                        Points.of(ChartExamples.walk(9, 60, 0.3, 0.22, x -> x > 0.8 ? Double.NaN : 0)),
                        Sparkline.Tone.QUIET);
            default -> new Cells.Trend(Points.of(ChartExamples.walk(5, 60, 0.3, 0.22, _ -> 0)), Sparkline.Tone.QUIET);
        };
    }
}
