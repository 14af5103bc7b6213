package jml.app.render;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Timeline;
import jml.core.judge.JudgeInterval;
import jml.core.model.ModelKey;
import jml.engine.judge.JudgeRecord;
import jml.gameday.SimulatedFleet;
import org.jspecify.annotations.Nullable;

/// The judge's minutes of the simulated fleet in the hours before a picture, as a record would have kept them.
final class SimulatedMinutes implements JudgeRecord {
    private static final Duration BEFORE = Duration.ofHours(3);

    private final SimulatedFleet fleet;
    private final Instant until;
    private final Timeline timeline;
    private @Nullable Map<ModelKey, List<JudgeInterval>> minutes;

    SimulatedMinutes(SimulatedFleet fleet, Instant until, Timeline timeline) {
        this.fleet = fleet;
        this.until = until;
        this.timeline = timeline;
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
        return timeline.events(from, to);
    }

    @Override
    public Optional<ModelFacts> facts(ModelKey model, Instant at) {
        return fleet.facts(model.name(), at);
    }
}
