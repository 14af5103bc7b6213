package jml.connectors.kubernetes.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jml.core.act.Effect;
import jml.core.act.Effect.Fact;
import jml.core.act.Effect.State;
import org.jspecify.annotations.Nullable;

/// Collects what is so and what is not yet, in the order in which it should happen.
final class Facts {
    private final Instant now;
    private final List<Fact> facts = new ArrayList<>();

    Facts(Instant now) {
        this.now = now;
    }

    Facts tell(String what, String value, boolean done) {
        return tell(what, value, done ? now : null);
    }

    /// @param at when it came to be so, as the server says; null when it is not so yet
    Facts tell(String what, String value, @Nullable Instant at) {
        facts.add(new Fact(what, value, at));
        return this;
    }

    Facts ready(String version, int ready, int wanted) {
        return tell(version + " has its pods ready", ready + "/" + wanted, ready >= wanted);
    }

    Effect absent(String what) {
        return new Effect(State.ABSENT, List.of(new Fact(what, "", null)));
    }

    /// Reached when nothing is missing any more.
    Effect effect() {
        return new Effect(facts.stream().allMatch(Fact::done) ? State.REACHED : State.UNDER_WAY, facts);
    }

    Effect undone(String how) {
        tell(how, "", now);
        return new Effect(State.UNDONE, facts);
    }
}
