package jml.bench.screen;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import jml.bench.Result;
import jml.bench.Row;

/// The FX thread's work a pulse: the whole On-call screen with 5,000 models and one selected, wheel turning in every
/// pulse, a new snapshot every five seconds.
public final class ScreenRow implements Row {
    private static final int MODELS = 5_000;
    private static final double BAR_P99 = 16;
    private static final double BAR_MOST = 100;

    @Override
    public String name() {
        return "screen";
    }

    @Override
    public String summary() {
        return "FX-thread work a pulse, On-call with 5,000 models, scrolling, refresh every 5 s (software pipeline)";
    }

    @Override
    public List<Result> measure(Setting setting) throws IOException, InterruptedException {
        try (var fleet = MovingFleet.open(setting.java().data().resolve("screen"), MODELS)) {
            var meter = new AtomicReference<PulseMeter>();
            var scrolling = new AtomicReference<Scrolling>();
            var shown = new CountDownLatch(1);
            Platform.startup(() -> {
                var window = OnCallWindow.show(fleet);
                meter.set(window.meter());
                scrolling.set(window.scrolling());
                shown.countDown();
            });
            shown.await();
            fleet.move(setting.quick() ? 2 : 4);
            meter.get().begin();
            int refreshes = setting.quick() ? 5 : 24;
            double changed = fleet.move(refreshes);
            var pulses = meter.get().end();
            var scrolled = scrolling.get().share();
            Platform.exit();
            if (scrolled < 0.9 || pulses.refreshes() < refreshes - 1) {
                throw new IllegalStateException(
                        "rows moved in " + scrolled + " of the pulses, " + pulses.refreshes() + " refreshes");
            }
            return results(pulses, changed, scrolled);
        }
    }

    private static List<Result> results(PulseMeter.Pulses pulses, double changed, double scrolled) {
        return List.of(
                Result.atMost("FX-thread work a pulse, p99", pulses.work().at(0.99), "ms", BAR_P99),
                Result.atMost("FX-thread work a pulse, most", pulses.work().most(), "ms", BAR_MOST),
                Result.stated("  CPU: handlers, CSS, layout", pulses.work().text("ms")),
                Result.stated("  the same on the wall", pulses.wall().text("ms")),
                Result.stated(
                        "  CPU: everything, scene sync too", pulses.everything().text("ms")),
                Result.stated("  CPU: handlers of a refresh", pulses.handlers().text("ms")),
                Result.stated(
                        "  pulses, rows scrolled in, figures changed a refresh",
                        String.format(
                                Locale.ROOT, "%d, %.0f %%, %.0f %%", pulses.count(), scrolled * 100, changed * 100)));
    }
}
