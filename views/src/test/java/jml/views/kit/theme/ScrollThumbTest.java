package jml.views.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import jml.views.kit.Fx;
import org.junit.jupiter.api.Test;

class ScrollThumbTest {
    @Test
    void theThumbOfALongListCanBeCaught() {
        var bar = Fx.call(() -> {
            var list = new ListView<>(FXCollections.observableArrayList(
                    IntStream.range(0, 20_000).boxed().toList()));
            var scene = Fx.scene(new StackPane(list), Theme.DARK, 300, 400);
            scene.snapshot(null);
            return list.lookupAll(".scroll-bar").stream()
                    .map(ScrollBar.class::cast)
                    .filter(it -> it.isVisible() && it.getHeight() > it.getWidth())
                    .findFirst()
                    .orElseThrow();
        });

        assertThat(bar.getWidth()).isEqualTo(10);
        assertThat(bar.lookup(".thumb").getBoundsInParent().getHeight()).isGreaterThanOrEqualTo(20);
    }
}
