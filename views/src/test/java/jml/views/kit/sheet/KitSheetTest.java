package jml.views.kit.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import jml.views.kit.Fx;
import jml.views.kit.ScreenText;
import jml.views.kit.theme.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KitSheetTest {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 1960;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theSheetShowsEveryPiece(Theme theme) {
        var text = Fx.call(() -> {
            var sheet = new KitSheet();
            var scene = Fx.scene(sheet, theme, WIDTH, HEIGHT);
            Fx.picture(scene, "kit-" + theme.name().toLowerCase(Locale.ROOT));
            return ScreenText.of(sheet);
        });

        assertThat(text)
                .contains("Breaching", "Too little data", "n 84", "fidelity needs n ≥ 500")
                .contains("Simulated fleet.  Nothing here is real", "Alertmanager eu  4 min", "READ-ONLY")
                .contains("The judge says ROLLBACK.", "No trace store", "Waiting for MLflow, 3 s.")
                .contains("[p95 latency, v16 61 ms, v17 121 ms, objective 100;");
    }
}
