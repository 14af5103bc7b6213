package jml.views.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import jml.views.kit.Fx;
import jml.views.kit.ScreenText;
import jml.views.kit.screen.Link;
import jml.views.kit.table.FleetTable;
import jml.views.kit.theme.Theme;
import jml.views.sample.SampleConsole;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

class ConsoleFrameTest {
    @Test
    void theThemeFollowsTheSystemUntilAPersonChoosesOne() {
        var worn = Fx.call(() -> {
            var frame = shown(Map.of());
            var system = new SimpleObjectProperty<>(Theme.LIGHT);
            frame.followSystem(system);
            var themes = new ArrayList<>(List.of(frame.themeProperty().get()));
            system.set(Theme.DARK);
            themes.add(frame.themeProperty().get());
            pressTheme(frame);
            themes.add(frame.themeProperty().get());
            system.set(Theme.LIGHT);
            system.set(Theme.DARK);
            themes.add(frame.themeProperty().get());
            return themes;
        });

        assertThat(worn).containsExactly(Theme.LIGHT, Theme.DARK, Theme.LIGHT, Theme.LIGHT);
    }

    @Test
    void columnsThatWereHiddenLastTimeAreHiddenAgain() {
        var text = Fx.call(() -> ScreenText.of(table(shown(Map.of("on-call", Set.of("fidelity", "gone"))))));

        assertThat(text).contains("p95").doesNotContain("Fidelity");
    }

    @Test
    void columnsAPersonHidesAreToBeKept() {
        var kept = Fx.call(() -> {
            var frame = shown(Map.of());
            table(frame).columns().hide(Set.of("fidelity", "p95"));
            return frame.hiddenColumns().all();
        });

        assertThat(kept).isEqualTo(Map.of("on-call", Set.of("fidelity", "p95")));
    }

    @Test
    void columnsShownAgainAreNotKept() {
        var kept = Fx.call(() -> {
            var frame = shown(Map.of("on-call", Set.of("fidelity")));
            table(frame).columns().hide(Set.of());
            return frame.hiddenColumns().all();
        });

        assertThat(kept).isEmpty();
    }

    private static ConsoleFrame shown(Map<String, Set<String>> hidden) {
        var frame = new SampleConsole(SampleFleets.eight().moment(), Link.START).frame;
        frame.hiddenColumns().restore(hidden);
        frame.show();
        Fx.scene(frame.root(), Theme.DARK, 1440, 900);
        return frame;
    }

    private static FleetTable<?> table(ConsoleFrame frame) {
        return (FleetTable<?>) frame.root().lookup(".fleet");
    }

    private static void pressTheme(ConsoleFrame frame) {
        frame.root().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> "Light or dark".equals(button.getAccessibleText()))
                .forEach(Button::fire);
    }
}
