package jml.views.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import jml.views.kit.Fx;
import jml.views.kit.chart.MeterBar;
import org.junit.jupiter.api.Test;

class ThemeTest {
    @Test
    void aDrawingTakesTheColoursOfTheThemePutOnItsScene() {
        var colors = Fx.call(() -> {
            var bar = new MeterBar("fit");
            bar.show(1, MeterBar.Tone.CANARY);
            var root = new StackPane(bar);
            var scene = Fx.scene(root, Theme.DARK, 100, 20);
            var dark = middle(scene);
            Theme.LIGHT.apply(scene);
            root.applyCss();
            root.layout();
            return new Color[] {dark, middle(scene)};
        });

        assertThat(colors)
                .containsExactly(
                        Palette.of(Theme.DARK).get(Token.CANARY),
                        Palette.of(Theme.LIGHT).get(Token.CANARY));
    }

    @Test
    void aSheetThatAScreenAddedStaysWhenTheThemeChanges() {
        var sheets = Fx.call(() -> {
            var scene = Fx.scene(new StackPane(), Theme.DARK, 10, 10);
            scene.getStylesheets().add("data:text/css,.mine{}");
            Theme.LIGHT.apply(scene);
            return scene.getStylesheets();
        });

        assertThat(sheets)
                .endsWith("data:text/css,.mine{}")
                .anyMatch(sheet -> sheet.endsWith("light.css"))
                .noneMatch(sheet -> sheet.endsWith("dark.css"))
                .doesNotHaveDuplicates();
    }

    private static Color middle(Scene scene) {
        var image = scene.snapshot(null);
        return image.getPixelReader().getColor((int) image.getWidth() / 2, (int) image.getHeight() / 2);
    }
}
