package jml.core.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is known before a proposal may be confirmed. Nothing has been changed.
///
/// @param preparations one an act, in order
/// @param checks of the systems and of the console, one a subject, in the order of [Check.Subject]
/// @param confirm how much of a confirmation it takes
public record Preflight(
        Proposal proposal, Instant at, List<Preparation> preparations, List<Check> checks, Confirm confirm) {

    /// How much a person must do, in proportion to what may go wrong.
    public enum Confirm {
        /// Five seconds in which it can be cancelled.
        GRACE,
        /// The model's name typed, then the grace.
        TYPED_NAME,
        /// The name typed by one person, agreed to by another, then the grace.
        SECOND_PERSON
    }

    public Preflight {
        preparations = List.copyOf(preparations);
        checks = List.copyOf(checks);
    }

    /// The first check that forbids the proposal; empty when it may be confirmed.
    public Optional<Check> obstacle() {
        return checks.stream().filter(this::stops).findFirst();
    }

    private boolean stops(Check check) {
        return switch (check.outcome()) {
            case STOPS -> true;
            case UNANSWERED -> !proposal.purpose().cure();
            case READY, TO_KNOW -> false;
        };
    }
}
