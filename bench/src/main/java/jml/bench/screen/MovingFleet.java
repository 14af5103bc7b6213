package jml.bench.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.UUID;
import jml.app.SimulatedConsole;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Moment;
import jml.core.fleet.Origin;
import jml.engine.record.LiveTimeline;
import jml.gameday.SimulatedFleet;
import jml.store.H2FleetRecord;

/// A timeline that the simulated fleet publishes to, every figure of it changed each time.
final class MovingFleet implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Path folder;
    private final SimulatedFleet fleet;
    private final H2FleetRecord record;
    private final LiveTimeline timeline;
    private FleetSnapshot last;
    private int round;

    private MovingFleet(Path folder, SimulatedFleet fleet, FleetSnapshot first) {
        this.folder = folder;
        this.fleet = fleet;
        this.last = first;
        this.record = H2FleetRecord.open(folder, Origin.SIMULATED, InstantSource.system());
        this.timeline = new LiveTimeline(record, first);
    }

    /// @param parent of a folder of its own, which goes when this is closed
    static MovingFleet open(Path parent, int models) {
        var opened = Instant.now();
        var fleet = SimulatedConsole.fleet(opened, models);
        return new MovingFleet(parent.resolve(UUID.randomUUID().toString()), fleet, fleet.snapshot(opened));
    }

    LiveTimeline timeline() {
        return timeline;
    }

    SimulatedFleet fleet() {
        return fleet;
    }

    Moment moment() {
        return timeline.current();
    }

    /// Publishes `times` snapshots, one every five seconds; blocks until five seconds after the last.
    ///
    /// @return share of the measured figures that the last publication changed, 0..1
    double move(int times) throws InterruptedException {
        double changed = 0;
        for (int i = 0; i < times; i++) {
            var next = Stirred.of(fleet.snapshot(last.at().plus(EVERY)), ++round);
            changed = Stirred.changed(last, next);
            last = next;
            timeline.publish(next);
            Thread.sleep(EVERY);
        }
        return changed;
    }

    @Override
    public void close() throws IOException {
        timeline.close();
        record.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
