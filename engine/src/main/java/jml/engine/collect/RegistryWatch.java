package jml.engine.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Roster;
import jml.core.fleet.identity.Observed;
import jml.core.fleet.identity.RegistryEvents;

/// Tells what registries got and lost, once an answer. What was there when a registry answered first is no news,
/// except what came into it since the record ends. One thread at a time.
final class RegistryWatch {
    private final Instant recorded;
    private final Roster known;
    private final Map<String, EnvironmentReading.Registered> seen = new HashMap<>();

    /// @param last the newest recorded snapshot, or an empty one
    RegistryWatch(FleetSnapshot last) {
        this.recorded = last.at();
        this.known = last.roster();
    }

    // Answers are kept by reference, so an unchanged one is the very same object.
    @SuppressWarnings("ReferenceEquality")
    List<FleetEvent> tell(Instant at, List<EnvironmentReading> readings, Roster roster) {
        var before = new ArrayList<Observed.Registry>();
        var after = new ArrayList<Observed.Registry>();
        var events = new ArrayList<FleetEvent>();
        for (var reading : readings) {
            for (var registered : reading.registries()) {
                var environment = reading.environment().name();
                var earlier = seen.put(registered.source(), registered);
                if (earlier == null) {
                    var first = observed(environment, registered);
                    events.addAll(RegistryEvents.since(recorded, known, first, roster, at));
                } else if (earlier.answer() != registered.answer()) {
                    before.add(observed(environment, earlier));
                    after.add(observed(environment, registered));
                }
            }
        }
        if (!after.isEmpty()) {
            events.addAll(RegistryEvents.between(before, after, roster, at));
        }
        return events;
    }

    static Observed.Registry observed(String environment, EnvironmentReading.Registered registered) {
        return new Observed.Registry(
                registered.source(), Set.of(environment), registered.answer().value());
    }
}
