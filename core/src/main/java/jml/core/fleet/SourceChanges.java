package jml.core.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.source.SourceHealth;
import jml.core.text.Words;

/// Sources that died or came back between two snapshots. One failed attempt is no death: the last answer has to be
/// older than two intervals.
final class SourceChanges {
    private SourceChanges() {}

    static void add(FleetSnapshot before, FleetSnapshot after, List<FleetEvent> events) {
        var earlier = new HashMap<String, SourceHealth>();
        before.sources().forEach(it -> earlier.put(it.name(), it));
        for (var source : after.sources()) {
            var was = earlier.get(source.name());
            if (was == null) {
                continue;
            }
            boolean wasDead = dead(was, before.at());
            boolean dead = dead(source, after.at());
            if (dead && !wasDead) {
                events.add(died(source, after));
            } else if (wasDead && source.state() == SourceHealth.State.LIVE) {
                events.add(returned(source, before, after));
            }
        }
    }

    private static boolean dead(SourceHealth source, Instant at) {
        var age = source.age(at);
        return switch (source.state()) {
            case DEAD -> true;
            case STALE -> age == null || age.compareTo(source.interval().multipliedBy(2)) > 0;
            case WAITING, LIVE, PAUSED -> false;
        };
    }

    private static FleetEvent died(SourceHealth source, FleetSnapshot after) {
        var problem = source.problem();
        var name = Words.oneLine(source.name(), 60);
        var text = problem == null
                ? name + " does not answer."
                : name + " does not answer: " + Words.oneLine(problem.message(), 160);
        boolean told = problem != null && !problem.since().isAfter(after.at());
        var at = problem != null && told ? problem.since() : after.at();
        return event(source, "died", text, at, after);
    }

    private static FleetEvent returned(SourceHealth source, FleetSnapshot before, FleetSnapshot after) {
        var answer = source.lastAnswer();
        boolean told = answer != null && answer.isAfter(before.at()) && !answer.isAfter(after.at());
        var text = Words.oneLine(source.name(), 60) + " answers again.";
        return event(source, "returned", text, answer != null && told ? answer : after.at(), after);
    }

    private static FleetEvent event(SourceHealth source, String what, String text, Instant at, FleetSnapshot after) {
        var id = EventId.of(Kind.SOURCE, source.environment(), source.name(), what, EventId.seen(at));
        return new FleetEvent(id, Kind.SOURCE, at, after.at(), null, text, source.name());
    }
}
