package jml.engine.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.Proposal;
import org.jspecify.annotations.Nullable;

/// One confirmed proposal as the journal tells it. Immutable.
///
/// @param watch what must hold again afterwards
/// @param end null while it goes on
record Story(
        Proposal proposal,
        Confirmation confirmation,
        Origin origin,
        Watch watch,
        List<Leg> legs,
        @Nullable End end) {

    /// Where and when it was written down.
    ///
    /// @param intent number of the intent's line
    /// @param at when it was confirmed
    /// @param console the one that has it under way
    record Origin(long intent, Instant at, String console) {}

    /// @param slis ids of the indicators whose objectives were missed when it was confirmed
    /// @param owner of the model then; empty when nothing told
    record Watch(List<String> slis, String owner) {
        Watch {
            slis = List.copyOf(slis);
        }
    }

    /// @param reachedAt when all of it had taken effect; null when it had not
    record End(
            Course.Ending ending,
            String sentence,
            Instant at,
            @Nullable Instant reachedAt,
            boolean left) {}

    Story {
        legs = List.copyOf(legs);
    }

    UUID id() {
        return proposal.id();
    }

    Story leg(UUID act, UnaryOperator<Leg> change) {
        var changed = new ArrayList<Leg>(legs);
        changed.replaceAll(leg -> leg.act().id().equals(act) ? change.apply(leg) : leg);
        return new Story(proposal, confirmation, origin, watch, changed, end);
    }

    Story with(List<Leg> other) {
        return new Story(proposal, confirmation, origin, watch, other, end);
    }

    Story ended(@Nullable End how) {
        return new Story(proposal, confirmation, origin, watch, legs, how);
    }

    boolean anySent() {
        return legs.stream().anyMatch(leg -> leg.sentAt() != null);
    }

    boolean anyAccepted() {
        return legs.stream().anyMatch(Leg::accepted);
    }

    boolean allAccepted() {
        return legs.stream().allMatch(Leg::accepted);
    }

    /// The act of which nobody knows whether it arrived.
    Optional<Leg> open() {
        return legs.stream().filter(Leg::open).findFirst();
    }

    boolean halfDone() {
        return end != null && end.ending() == Course.Ending.HALF_DONE && !end.left();
    }
}
