package jml.core.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a confirmed proposal has come. Immutable; a newer one replaces it.
///
/// @param intent sequence number of the intent in the audit journal; -1 until it is written
/// @param since when this stage began
/// @param until when the grace ends; null in other stages
/// @param steps one an act, in order
/// @param ending null while it goes on; [Ending#UNKNOWN] stands while reading goes on, and another may replace it
/// @param sentence for people: "v16 serves all traffic; fidelity is not back yet."
public record Course(
        Proposal proposal,
        Confirmation confirmation,
        long intent,
        Stage stage,
        Instant since,
        @Nullable Instant until,
        List<Step> steps,
        @Nullable Ending ending,
        String sentence) {

    public enum Stage {
        /// Nothing is sent yet, and it can be cancelled.
        GRACE,
        /// Waits for a second person; nothing is sent yet.
        SECOND_PERSON,
        SENDING,
        /// Sent: its effect is being watched, by reading only.
        WATCHING,
        ENDED
    }

    /// How a course may end.
    public enum Ending {
        /// Cancelled in time, lapsed, found after a crash before anything was sent, or sent and proven not to have
        /// arrived: nothing has changed.
        NOT_SENT,
        /// The system said no; nothing has changed.
        REFUSED,
        /// It took effect, and the SLI keeps its objective again, or there was none to get back.
        BACK,
        /// It took effect, and the SLI is not back in the time it was given.
        NOT_BACK,
        /// Accepted, and what should follow did not, or was undone.
        NO_EFFECT,
        /// Some acts were accepted and a later one was not: can be finished or left.
        HALF_DONE,
        /// Nobody knows whether it arrived. Reading goes on until it is known; it is not sent again.
        UNKNOWN
    }

    /// @param receipt null while it was not sent
    /// @param effect as last read; null while it was not read
    public record Step(
            Act act,
            Sighting seen,
            @Nullable Receipt receipt,
            @Nullable Effect effect) {}

    public Course {
        steps = List.copyOf(steps);
    }

    /// Empty while it goes on.
    public Optional<Ending> ended() {
        return Optional.ofNullable(ending);
    }
}
