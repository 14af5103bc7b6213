package jml.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import javafx.scene.Parent;
import jml.views.kit.theme.Theme;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final Action NOTHING = new Action("Show all releases", () -> {});

    @Test
    void emptySaysWhyAndOffersTheWayOn() {
        assertThat(text(() -> Notice.empty("No releases wait for you", "Two rollouts run on their own.", NOTHING)))
                .isEqualTo("""
                        No releases wait for you
                        Two rollouts run on their own.
                        Show all releases
                        """);
    }

    @Test
    void anErrorTellsTheAnswerAndTwoWays() {
        var again = new Action("Try again", () -> {});
        assertThat(text(() ->
                        Notice.error("Prometheus said no", Sentence.of("422: ").code("label missing"), again, NOTHING)))
                .isEqualTo("""
                        Prometheus said no
                        422:  label missing
                        Try again  Show all releases
                        """);
    }

    @Test
    void loadingIsSilentAtFirst() {
        assertThat(text(() -> Notice.loading("Waiting for MLflow, 3 s."))).isEmpty();
        assertThat(text(() -> Notice.loadingNow("Waiting for MLflow, 3 s."))).isEqualTo("Waiting for MLflow, 3 s.\n");
    }

    @Test
    void aBannerKeepsTheStartOfItsSentenceWhenThereIsNoRoom() {
        var text = text(() -> new Banner(Banner.Kind.STALE, "Alertmanager eu last answered 4 min ago.", "x".repeat(300))
                .link(new Action("Why", () -> {})));

        assertThat(text).startsWith("Alertmanager eu last answered 4 min ago.").endsWith("Why\n");
    }

    private static String text(Supplier<Parent> node) {
        return Fx.call(() -> {
            var parent = node.get();
            Fx.scene(parent, Theme.DARK, 480, 200);
            return ScreenText.of(parent);
        });
    }
}
