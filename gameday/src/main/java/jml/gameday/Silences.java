package jml.gameday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import jml.core.alert.Silence;
import jml.core.alert.Silence.State;

/// The silences of the fleet through time: what was made or changed, and when. Immutable.
record Silences(List<Told> told) {
    static final Silences NONE = new Silences(List.of());

    /// From an instant on a silence is so; its state is left open.
    record Told(Instant at, Silence silence) {}

    Silences {
        told = List.copyOf(told);
    }

    Silences with(Instant at, Silence silence) {
        var more = new ArrayList<>(told);
        more.add(new Told(at, silence));
        return new Silences(more);
    }

    /// All that were made until an instant, ended ones among them, each as it stood then.
    List<Silence> at(Instant at) {
        if (told.isEmpty()) {
            return List.of();
        }
        var known = new LinkedHashMap<String, Silence>();
        for (var one : told) {
            if (!one.at().isAfter(at)) {
                known.put(one.silence().id(), one.silence());
            }
        }
        return known.values().stream().map(it -> in(state(it, at), it)).toList();
    }

    List<Silence> inForce(Instant at) {
        return at(at).stream().filter(it -> it.state() == State.ACTIVE).toList();
    }

    private static State state(Silence silence, Instant at) {
        return silence.endsAt().isAfter(at)
                ? silence.startsAt().isAfter(at) ? State.PENDING : State.ACTIVE
                : State.EXPIRED;
    }

    private static Silence in(State state, Silence it) {
        return new Silence(it.id(), state, it.matchers(), it.startsAt(), it.endsAt(), it.createdBy(), it.comment());
    }
}
