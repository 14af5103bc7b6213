package jml.core.act;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an act has come in its system, as read at one instant.
///
/// @param facts what the act needs, in order of time: "Controller saw it", "v16 has 16 pods ready"
public record Effect(State state, List<Fact> facts) {
    public enum State {
        /// The target stands as it did before: the request has not arrived, or not yet.
        ABSENT,
        /// It has arrived, and not all of what follows from it has happened.
        UNDER_WAY,
        /// All of it has happened.
        REACHED,
        /// It arrived and came to nothing: undone by somebody, or given up by the controller. The last fact says which.
        UNDONE
    }

    /// @param at when it was seen to be so; null while it is not
    /// @param value as far as it has come: "12/16", "25% → 0%"; may be empty
    public record Fact(String what, String value, @Nullable Instant at) {
        public boolean done() {
            return at != null;
        }
    }

    public Effect {
        facts = List.copyOf(facts);
    }
}
