package jml.core.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one source did, as known at one instant. Part of a snapshot, so that the past shows its own.
///
/// @param name as the profile gives it, unique in the profile
/// @param environment the environment it serves
/// @param interval time between two attempts while all is well: as the profile asks, and at least twice as long as the
/// last answer took
/// @param lastAnswer when it last answered in full; null when it never did
/// @param latency of the last answer; null when it never answered
/// @param problem what went wrong last, while it is still wrong; null while all is well
/// @param warnings what the server itself said about its last answer (partial answers among it)
public record SourceHealth(
        String name,
        String environment,
        SourceKind kind,
        State state,
        Duration interval,
        @Nullable Instant lastAnswer,
        @Nullable Duration latency,
        @Nullable Problem problem,
        List<String> warnings) {

    /// Only [State#LIVE] and [State#STALE] have something to show.
    public enum State {
        /// Not asked yet, or asked and not answered for the first time.
        WAITING,
        /// The last attempt succeeded.
        LIVE,
        /// Answered before, and the last answer is older than two intervals or the last attempt failed.
        STALE,
        /// Never answered since the console started.
        DEAD,
        /// Not asked on purpose: asleep, or switched off.
        PAUSED
    }

    /// The last failure of a source, with what a person needs to act on it.
    ///
    /// @param request what was asked, without credentials
    /// @param since when this run of failures began
    /// @param times failures in a row
    public record Problem(SourceException.Kind kind, String message, String request, Instant since, int times) {}

    public SourceHealth {
        warnings = List.copyOf(warnings);
    }

    /// Zero when the source answered after `now`, which a clock that was set back can bring; null when it never
    /// answered.
    public @Nullable Duration age(Instant now) {
        if (lastAnswer == null) {
            return null;
        }
        var age = Duration.between(lastAnswer, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
