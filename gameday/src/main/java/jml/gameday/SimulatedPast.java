package jml.gameday;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvents;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Recent;
import jml.core.fleet.Roster;
import jml.core.judge.JudgeInterval;

/// What came before an instant, for whoever starts to watch then.
public final class SimulatedPast {
    /// Steps of the record's tiers: fine for the last day, coarse before.
    private static final Duration FINE = Duration.ofSeconds(30);

    private static final Duration COARSE = Duration.ofMinutes(5);
    private static final Duration FINE_FOR = Duration.ofDays(1);

    private final SimulatedFleet fleet;

    public SimulatedPast(SimulatedFleet fleet) {
        this.fleet = fleet;
    }

    /// Snapshots as a console would have recorded them from `from` up to but not at `until`, oldest first: every 30
    /// seconds of the last day, every five minutes before, all on whole steps. They are made as the stream is read.
    public Stream<FleetSnapshot> snapshots(Instant from, Instant until) {
        return instants(from, until).stream().map(fleet::snapshot);
    }

    /// The same snapshots, each with what happened since the one before it.
    public void replay(Instant from, Instant until, Watcher watcher) {
        FleetSnapshot before = null;
        for (var at : instants(from, until)) {
            var now = fleet.snapshot(at);
            if (before == null) {
                watcher.saw(now, List.of(), List.of());
            } else {
                watcher.saw(
                        now,
                        FleetEvents.between(before, now, SimulatedFleet.CURRENCY),
                        fleet.intervals(before.at(), at));
            }
            before = now;
        }
    }

    /// Who is told the past.
    public interface Watcher {
        /// @param events since the snapshot before, oldest first
        /// @param intervals the judge's input of the minutes that ended since then
        void saw(FleetSnapshot snapshot, List<FleetEvent> events, List<JudgeInterval> intervals);
    }

    private static List<Instant> instants(Instant from, Instant until) {
        var instants = new ArrayList<Instant>();
        var fine = until.minus(FINE_FOR);
        var at = onStep(from, COARSE);
        while (at.isBefore(until)) {
            if (!at.isBefore(from)) {
                instants.add(at);
            }
            at = at.isBefore(fine) ? at.plus(COARSE) : onStep(at.plus(FINE), FINE);
        }
        return instants;
    }

    private static Instant onStep(Instant at, Duration step) {
        long millis = at.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, step.toMillis()));
    }

    /// What row sparklines draw at an instant: a point every 30 seconds of the hour before it.
    ///
    /// @param points at most [Recent#LENGTH]; each costs as much as a snapshot
    public Recent recent(Instant until, int points) {
        var recent = Recent.none(until);
        var before = Roster.EMPTY;
        for (int point = points - 1; point >= 0; point--) {
            var snapshot = fleet.snapshot(until.minus(FINE.multipliedBy(point)));
            recent = recent.with(snapshot, before);
            before = snapshot.roster();
        }
        return recent;
    }
}
