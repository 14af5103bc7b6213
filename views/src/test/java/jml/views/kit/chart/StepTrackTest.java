package jml.views.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import jml.views.kit.Fx;
import jml.views.kit.theme.Theme;
import org.junit.jupiter.api.Test;

class StepTrackTest {
    @Test
    void theShareOfAStepIsNeverCutForItsTime() {
        var shown = Fx.call(() -> {
            var steps = new StepTrack();
            steps.show(List.of(
                    new StepTrack.Step("5%", "31 Dec 22:36", StepTrack.Stage.DONE),
                    new StepTrack.Step("25%", "31 Dec 23:36", StepTrack.Stage.DONE),
                    new StepTrack.Step("100%", "", StepTrack.Stage.AHEAD)));
            var scene = Fx.scene(new StackPane(steps), Theme.DARK, 200, 60);
            scene.snapshot(null);
            return scene.getRoot().lookupAll(".step-name").stream()
                    .map(label -> ((Text) ((Labeled) label).lookup(".text")).getText())
                    .collect(Collectors.toSet());
        });

        assertThat(shown).containsExactlyInAnyOrder("5%", "25%");
    }
}
