package jml.views.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import jml.views.kit.Fx;
import jml.views.kit.ScreenText;
import jml.views.kit.chart.Points;
import jml.views.kit.chart.Scale;
import jml.views.kit.chart.Sparkline;
import jml.views.kit.icon.StateLook;
import jml.views.kit.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FleetTableTest {
    private record Model(String name, StateLook state, String p95, Points burn) {}

    private static final List<FleetColumn<Model>> COLUMNS = List.of(
            new FleetColumn<>(
                    "state",
                    "State",
                    "",
                    94,
                    FleetColumn.Kind.TEXT,
                    Cells.state(m -> Cells.StateWord.of(m.state)),
                    m -> m.state.word()),
            FleetColumn.text("model", "Model", "", 140, FleetColumn.Kind.NAME, m -> CellText.of(m.name)),
            FleetColumn.text("p95", "p95", "ms", 46, FleetColumn.Kind.NUMBER, m -> CellText.of(m.p95)),
            new FleetColumn<>(
                    "burn",
                    "Burn, 1 h",
                    "",
                    74,
                    FleetColumn.Kind.GROWING,
                    Cells.trend("burn, 1 h", new Scale(0, 3), m -> new Cells.Trend(m.burn, Sparkline.Tone.QUIET)),
                    _ -> ""));

    private @Nullable Stage stage;

    @AfterEach
    void close() {
        Fx.run(() -> {
            if (stage != null) {
                stage.hide();
            }
        });
    }

    @Test
    void groupsAndRowsReadInTheirOrder() {
        var text = Fx.call(() -> {
            var table = shown(lines(2, "84"));
            return ScreenText.of(table);
        });

        assertThat(text).isEqualTo("""
                        State  Model  p95  ms  Burn, 1 h
                        Needs attention  1, worst first
                        Breaching  model-0  84  [burn, 1 h: from 1 to 2]
                        The rest  1
                        Healthy  model-1  84  [burn, 1 h: from 1 to 2]
                        """);
    }

    @Test
    void theSelectionIsAKeyAndOutlivesARefreshInAnotherOrder() {
        var key = Fx.call(() -> {
            var table = shown(lines(50, "84"));
            table.selectedKeyProperty().set("model-7");
            var reversed = new ArrayList<>(lines(50, "85"));
            Collections.reverse(reversed);
            table.show(reversed);
            var index = table.view().getSelectionModel().getSelectedIndex();
            return ((FleetLine.Row<Model>) reversed.get(index)).key() + "/"
                    + table.selectedKeyProperty().get();
        });

        assertThat(key).isEqualTo("model-7/model-7");
    }

    @Test
    void aSelectedRowThatLeavesComesBackSelected() {
        var index = Fx.call(() -> {
            var table = shown(lines(5, "84"));
            table.selectedKeyProperty().set("model-3");
            table.show(List.of());
            table.show(lines(5, "85"));
            return table.view().getSelectionModel().getSelectedIndex();
        });

        assertThat(index).isEqualTo(5);
    }

    @Test
    void aSelectedRowIsNotTheKeyboardInTheTable() {
        var keyed = Fx.call(() -> {
            var table = shown(lines(5, "84"));
            var search = new TextField();
            table.getChildren().add(search);
            search.requestFocus();
            table.selectedKeyProperty().set("model-1");
            lay(table);
            var before = table.keyedProperty().get();
            table.requestFocus();
            return List.of(before, table.keyedProperty().get());
        });

        assertThat(keyed).containsExactly(false, true);
    }

    @Test
    void arrowKeysStepOverGroupLines() {
        var key = Fx.call(() -> {
            var table = shown(lines(5, "84"));
            table.selectedKeyProperty().set("model-0");
            table.view().getSelectionModel().clearAndSelect(2);
            return table.selectedKeyProperty().get();
        });

        assertThat(key).isEqualTo("model-1");
    }

    @Test
    void refreshingAndScrollingMakeNoNodes() {
        var counts = Fx.call(() -> {
            var table = shown(lines(5000, "84"));
            var rows = new ArrayList<Integer>();
            for (var round = 0; round < 40; round++) {
                table.show(lines(5000, String.valueOf(round)));
                table.view().scrollTo(round * 97 % 4000);
                table.applyCss();
                table.layout();
                rows.add(nodes(table));
            }
            return rows;
        });

        // Cells of one kind come to rest after every row has been a group line and a row once.
        assertThat(counts.subList(20, 40)).allMatch(count -> count <= counts.get(19) + 8);
        assertThat(counts.getLast()).isLessThan(900);
    }

    @Test
    void aRefreshAsksForNoLayoutOfRows() {
        var asking = Fx.call(() -> {
            var table = shown(lines(5000, "84"));
            table.show(lines(5000, "85"));
            return table.lookupAll(".fleet-row").stream()
                    .filter(row -> ((Parent) row).isNeedsLayout())
                    .count();
        });

        assertThat(asking).isZero();
    }

    @Test
    void rowsThatWereScrolledAwayShowTheNewestValuesWhenTheyComeBack() {
        var text = Fx.call(() -> {
            var table = shown(lines(60, "84"));
            table.view().scrollTo(40);
            table.layout();
            table.show(lines(60, "85"));
            table.view().scrollTo(0);
            table.layout();
            return ScreenText.of(table);
        });

        assertThat(text).contains("model-0  85", "model-9  85").doesNotContain("84");
    }

    @Test
    void aColumnThatWasHiddenShowsTheNewestValuesWhenItComesBack() {
        var text = Fx.call(() -> {
            var table = shown(lines(5, "84"));
            table.columns().hide(Set.of("p95"));
            lay(table);
            table.show(lines(5, "85"));
            table.columns().hide(Set.of());
            lay(table);
            return ScreenText.of(table);
        });

        assertThat(text).contains("model-4  85").doesNotContain("84");
    }

    @Test
    void aColumnOutOfSightShowsTheNewestValuesWhenItComesIntoSight() {
        var text = Fx.call(() -> {
            var table = shown(lines(5, "84"));
            table.resize(200, 600);
            lay(table);
            table.show(lines(5, "85"));
            lay(table);
            table.view().scrollToColumnIndex(2);
            lay(table);
            return ScreenText.of(table);
        });

        assertThat(text).contains("85").doesNotContain("84");
    }

    @Test
    void linesThatLeaveAndComeAreShown() {
        var texts = Fx.call(() -> {
            var table = shown(lines(9, "84"));
            table.show(lines(1, "85"));
            lay(table);
            var few = ScreenText.of(table);
            table.show(lines(9, "86"));
            lay(table);
            return List.of(few, ScreenText.of(table));
        });

        assertThat(texts.getFirst()).contains("model-0  85").doesNotContain("The rest", "84");
        assertThat(texts.getLast()).contains("The rest  8", "model-8  86").doesNotContain("84", "85");
    }

    @Test
    void columnsYieldInTheirOrderWhenThereIsNoRoom() {
        var visible = Fx.call(() -> {
            var table = shown(lines(5, "84"));
            table.columns().yielding(List.of("p95", "burn"));
            table.columns().fit(350);
            return table.columns().visible().stream().map(FleetColumn::id).toList();
        });

        assertThat(visible).containsExactly("state", "model", "burn");
    }

    @Test
    void aHiddenColumnStaysHiddenAndTheFirstCannotBe() {
        var visible = Fx.call(() -> {
            var table = shown(lines(5, "84"));
            table.columns().hide(Set.of("state", "p95"));
            return table.columns().visible().stream().map(FleetColumn::id).toList();
        });

        assertThat(visible).containsExactly("state", "model", "burn");
    }

    private FleetTable<Model> shown(List<FleetLine<Model>> lines) {
        var table = new FleetTable<>(COLUMNS);
        table.show(lines);
        stage = Fx.show(table, Theme.DARK, 800, 600);
        lay(table);
        return table;
    }

    private static List<FleetLine<Model>> lines(int models, String p95) {
        var lines = new ArrayList<FleetLine<Model>>();
        lines.add(new FleetLine.Group<>("Needs attention", "1, worst first"));
        var burn = Points.of(1, 2);
        for (var i = 0; i < models; i++) {
            if (i == 1) {
                lines.add(new FleetLine.Group<>("The rest", String.valueOf(models - 1)));
            }
            var state = i == 0 ? StateLook.BREACHING : StateLook.HEALTHY;
            lines.add(new FleetLine.Row<>("model-" + i, new Model("model-" + i, state, p95, burn), i > 0));
        }
        return lines;
    }

    private static void lay(FleetTable<Model> table) {
        table.applyCss();
        table.layout();
    }

    private static int nodes(Node node) {
        var count = 1;
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                count += nodes(child);
            }
        }
        return count;
    }
}
