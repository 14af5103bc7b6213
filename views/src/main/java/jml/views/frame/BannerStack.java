package jml.views.frame;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import jml.views.kit.Action;
import jml.views.kit.Banner;

/// The banners under the top bar; made anew only when their words change.
final class BannerStack extends VBox {
    private final Consumer<Instant> jump;
    private final Runnable toLive;
    private final Runnable toConnections;
    private List<FrameContent.Notice> shown = List.of();

    BannerStack(Consumer<Instant> jump, Runnable toLive, Runnable toConnections) {
        this.jump = jump;
        this.toLive = toLive;
        this.toConnections = toConnections;
    }

    void show(List<FrameContent.Notice> notices) {
        if (!notices.equals(shown)) {
            shown = notices;
            getChildren().setAll(notices.stream().map(this::banner).toList());
        }
    }

    private Banner banner(FrameContent.Notice notice) {
        return switch (notice.kind()) {
            case PAST -> {
                var banner = new Banner(Banner.Kind.PAST, notice.lead(), notice.rest());
                var next = notice.next();
                if (next != null) {
                    banner.link(new Action(next.words(), () -> jump.accept(next.at())));
                }
                yield banner.button(new Action("Back to live", toLive), "Esc");
            }
            case SIMULATED ->
                new Banner(Banner.Kind.SIMULATED, notice.lead(), notice.rest())
                        .link(new Action("Connect", toConnections));
            case RECORDING -> new Banner(Banner.Kind.STALE, notice.lead(), notice.rest());
            case SILENT ->
                new Banner(Banner.Kind.STALE, notice.lead(), notice.rest()).link(new Action("Why", toConnections));
        };
    }
}
