package jml.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import jml.views.kit.icon.StateLook;
import jml.views.kit.theme.Theme;
import org.junit.jupiter.api.Test;

class PieceTest {
    @Test
    void everyStateHasItsWordAndIcon() {
        var text = Fx.call(() -> {
            var box = new VBox(8);
            for (var state : StateLook.values()) {
                box.getChildren().addAll(StateBadge.plain(state), StateBadge.filled(state));
            }
            Fx.picture(Fx.scene(box, Theme.DARK, 200, 500), "states");
            return ScreenText.of(box);
        });

        assertThat(text).isEqualTo("""
                        Breaching
                        Breaching
                        Attention
                        Attention
                        No data
                        No data
                        Stale
                        Stale
                        Too little data
                        Too little data
                        Paused
                        Paused
                        Healthy
                        Healthy
                        """);
    }

    @Test
    void aBadgeChangesItsStateInPlace() {
        var classes = Fx.call(() -> StateBadge.plain(StateLook.HEALTHY)
                .show(StateLook.STALE, "Stale 7 min")
                .getStyleClass());

        assertThat(classes).contains("stale").doesNotContain("healthy");
    }

    @Test
    void figuresSayWhyThereIsNoValue() {
        var text = Fx.call(() -> {
            var box = new VBox(
                    8,
                    Figure.of(FigureText.of("98.4", "%", "fidelity · n 55,260")),
                    Figure.of(FigureText.tooLittle(84, "fidelity needs n ≥ 500")),
                    Figure.of(FigureText.missing("p95 · no series, 11 min")));
            Fx.scene(box, Theme.DARK, 300, 300);
            return ScreenText.of(box);
        });

        assertThat(text).isEqualTo("""
                        98.4  %
                        fidelity · n 55,260
                        n 84
                        fidelity needs n ≥ 500
                        –
                        p95 · no series, 11 min
                        """);
    }

    @Test
    void oneTabIsAlwaysSelectedAndArrowKeysSelect() {
        var selected = Fx.call(() -> {
            var tabs = new TabStrip("Overview", "Metrics", "Audit");
            ((ToggleButton) tabs.getChildren().get(1)).fire();
            ((ToggleButton) tabs.getChildren().get(1)).fire();
            tabs.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
            tabs.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
            return tabs.selectedProperty().get();
        });

        assertThat(selected).isEqualTo(2);
    }

    @Test
    void theSourceStripNamesTheWorstOne() {
        var text = Fx.call(() -> {
            var strip = new SourceStrip(() -> {});
            strip.show(List.of(
                    new SourceLine(SourceDot.Condition.FRESH, "MLflow", "14 s"),
                    new SourceLine(SourceDot.Condition.STALE, "Alertmanager eu", "4 min"),
                    new SourceLine(SourceDot.Condition.DEAD, "Tempo", "refused"),
                    new SourceLine(SourceDot.Condition.OFF, "Cost source", "not set")));
            Fx.scene(strip, Theme.DARK, 500, 40);
            return ScreenText.of(strip);
        });

        assertThat(text).isEqualTo("1 of 4 sources  Tempo refused\n");
    }
}
