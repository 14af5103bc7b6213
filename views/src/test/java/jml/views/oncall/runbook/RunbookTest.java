package jml.views.oncall.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import jml.core.alert.Alert;
import jml.core.fleet.ModelState;
import jml.core.fleet.Standing;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.views.kit.Fx;
import jml.views.kit.ScreenText;
import jml.views.kit.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunbookTest {
    private static final ModelKey MODEL = new ModelKey("prod-eu", "fraud-scorer");

    @ParameterizedTest
    @CsvSource({
        "FeatureDriftHigh,data-drift",
        "SchemaMismatch,feature-mismatch",
        "ColdStartBurst,cold-starts",
        "FidelityBurnFast,model-regression",
        "UnauthorizedModelChange,unauthorized-change",
        "CostOverBudget,cost-runaway",
        "LatencyP95High,slow-answers",
        "KubePodCrashLooping,pods-unwell",
        "TargetDown,no-data",
        "HighErrorRate,errors",
        "RolloutStuck,rollout-stuck"
    })
    void anAlertFindsTheRunbookOfItsFailureMode(String alert, String runbook) {
        assertThat(new ShippedRunbooks().of(alert(alert, Map.of())))
                .hasValueSatisfying(book -> assertThat(book.id()).isEqualTo(runbook));
    }

    @Test
    void theRunbookAnAlertNamesWins() {
        var named = alert("LatencyHigh", Map.of("runbook_url", "https://books.example/ops/cost-runaway.md"));

        assertThat(new ShippedRunbooks().of(named))
                .hasValueSatisfying(book -> assertThat(book.id()).isEqualTo("cost-runaway"));
    }

    @Test
    void aModelThatIsWellNeedsNone() {
        var well = new Standing(ModelState.HEALTHY, Standing.Cause.ALL_WELL, null, Arm.ALL, Instant.EPOCH);

        assertThat(new ShippedRunbooks().of(well)).isEmpty();
        assertThat(new ShippedRunbooks()
                        .of(new Standing(
                                ModelState.BREACHING,
                                Standing.Cause.OBJECTIVE_MISSED,
                                Sli.DRIFT,
                                Arm.ALL,
                                Instant.EPOCH)))
                .isPresent();
    }

    @Test
    void markdownIsReadAsPeopleWroteIt() {
        var text = Fx.call(() -> {
            var nodes = new MarkdownNodes(Set.of(0), (_, _) -> {}, _ -> {});
            var box = nodes.of("""
                    ## First
                    A **strong** word and `code`, [a link](https://example.com).

                    - [ ] step one
                    - [ ] step two
                      - [x] below it
                    1. numbered

                    > quoted

                        indented code

                    <b>no html</b>
                    """);
            Fx.scene(box, Theme.DARK, 400, 600);
            return nodes.steps() + "\n" + ScreenText.of(box);
        });

        assertThat(text)
                .startsWith("3\nFirst\n")
                .contains("strong", "code", "a link", "step one", "below it", "1.", "numbered", "quoted")
                .contains("indented code", "<b>  no html  </b>");
    }

    @Test
    void ticksAreKeptForTheModelAndComeBack() {
        var ticks = new RememberedTicks();
        var words = Fx.call(() -> {
            var pane = new RunbookPane(ticks, () -> {}, _ -> {});
            var book = new Runbook("b", "Book", "- [ ] one\n- [ ] two\n");
            pane.show(MODEL, book);
            Fx.scene(pane, Theme.DARK, 400, 300);
            checkBox(pane).setSelected(true);
            pane.show(new ModelKey("prod-eu", "other"), book);
            var other = ScreenText.of(pane);
            pane.show(MODEL, book);
            Fx.scene(new javafx.scene.layout.StackPane(pane), Theme.DARK, 400, 300);
            return other.contains("0 of 2 done") + " " + ScreenText.of(pane).contains("1 of 2 done") + " "
                    + checkBox(pane).isSelected();
        });

        assertThat(words).isEqualTo("true true true");
        assertThat(ticks.ticked(MODEL, "b")).containsExactly(0);
    }

    private static CheckBox checkBox(Node node) {
        var found = node.lookup(".check-box");
        if (found instanceof CheckBox box) {
            return box;
        }
        throw new AssertionError("no check box in " + ((Parent) node).getChildrenUnmodifiable());
    }

    private static Alert alert(String name, Map<String, String> annotations) {
        return new Alert(
                name,
                "am",
                name,
                Alert.Severity.PAGE,
                Instant.EPOCH,
                Map.of(),
                annotations,
                List.of(),
                List.of(),
                List.of());
    }
}
