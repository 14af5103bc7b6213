package jml.bench.screen;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import jml.bench.Spread;

/// What a scene costs the FX thread, pulse by pulse: what is handled since the pulse before, then CSS and layout,
/// which lie between the scene's two pulse listeners. FX thread, where nothing else is said.
///
/// CPU time of the FX thread, because other processes of the machine are not the screen's work; painting happens on
/// another thread. The wall's time is kept beside it.
final class PulseMeter {
    /// A refresh hands over more than a heartbeat does.
    private static final double REFRESH_MILLIS = 0.5;

    private final List<Double> work = new ArrayList<>();
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> everything = new ArrayList<>();
    private final List<Double> handlers = new ArrayList<>();
    private boolean measuring;
    private long handledCpu;
    private long handledWall;
    private long deliveredCpu;
    private long layoutCpu;
    private long layoutWall;
    private long pulseEndCpu;

    /// @param everything the thread's CPU time from pulse to pulse, the scene's synchronisation included
    /// @param handlers of the pulses before which a refresh was handed over
    record Pulses(int count, Spread work, Spread wall, Spread everything, Spread handlers, int refreshes) {}

    void watch(Scene scene) {
        scene.addPreLayoutPulseListener(() -> {
            layoutCpu = cpu();
            layoutWall = System.nanoTime();
        });
        scene.addPostLayoutPulseListener(this::pulseDone);
    }

    /// Runs what the background hands over.
    void handle(Runnable task) {
        long begun = cpu();
        timed(task);
        deliveredCpu += cpu() - begun;
    }

    /// Runs what belongs to this pulse's handlers.
    void timed(Runnable task) {
        long begunCpu = cpu();
        long begunWall = System.nanoTime();
        task.run();
        handledWall += System.nanoTime() - begunWall;
        handledCpu += cpu() - begunCpu;
    }

    private void pulseDone() {
        long endCpu = cpu();
        if (measuring) {
            work.add((endCpu - layoutCpu + handledCpu) / 1e6);
            wall.add((System.nanoTime() - layoutWall + handledWall) / 1e6);
            everything.add((endCpu - pulseEndCpu) / 1e6);
            if (deliveredCpu / 1e6 > REFRESH_MILLIS) {
                handlers.add(deliveredCpu / 1e6);
            }
        }
        pulseEndCpu = endCpu;
        handledCpu = 0;
        handledWall = 0;
        deliveredCpu = 0;
    }

    /// Forgets what was before. Any thread.
    void begin() {
        Platform.runLater(() -> measuring = true);
    }

    /// Any thread but the FX thread.
    Pulses end() {
        var pulses = new CompletableFuture<Pulses>();
        Platform.runLater(() -> {
            measuring = false;
            pulses.complete(new Pulses(
                    work.size(), spread(work), spread(wall), spread(everything), spread(handlers), handlers.size()));
        });
        return pulses.join();
    }

    private static Spread spread(List<Double> millis) {
        return new Spread(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
