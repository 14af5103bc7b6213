package jml.app.render;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvents;
import jml.core.fleet.ModelFacts;
import jml.core.judge.JudgeInterval;
import jml.core.model.ModelKey;
import jml.engine.judge.JudgeRecord;
import jml.gameday.SimulatedFleet;
import org.jspecify.annotations.Nullable;

/// The judge's minutes of the simulated fleet in the hours before a picture, as a record would have kept them.
final class SimulatedMinutes implements JudgeRecord {
    private static final Duration BEFORE = Duration.ofHours(3);
    private static final Duration EVENTS_EVERY = Duration.ofMinutes(1);

    private final SimulatedFleet fleet;
    private final Instant until;
    private @Nullable Map<ModelKey, List<JudgeInterval>> minutes;

    SimulatedMinutes(SimulatedFleet fleet, Instant until) {
        this.fleet = fleet;
        this.until = until;
    }

    @Override
    public synchronized List<JudgeInterval> intervals(ModelKey model, String release) {
        if (minutes == null) {
            minutes = fleet.intervals(until.minus(BEFORE), until).stream()
                    .collect(Collectors.groupingBy(JudgeInterval::model));
        }
        return minutes.getOrDefault(model, List.of()).stream()
                .filter(it -> it.release().equals(release))
                .toList();
    }

    @Override
    public List<FleetEvent> events(Instant from, Instant to) {
        var events = new ArrayList<FleetEvent>();
        var before = fleet.snapshot(from);
        for (var at = from.plus(EVENTS_EVERY); at.isBefore(to); at = at.plus(EVENTS_EVERY)) {
            var next = fleet.snapshot(at);
            events.addAll(FleetEvents.between(before, next, SimulatedFleet.CURRENCY));
            before = next;
        }
        return events;
    }

    @Override
    public Optional<ModelFacts> facts(ModelKey model, Instant at) {
        var snapshot = fleet.snapshot(at);
        return snapshot.roster().row(model).stream().mapToObj(snapshot::model).findFirst();
    }
}
