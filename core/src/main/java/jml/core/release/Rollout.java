package jml.core.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version on its way: which step, why it waits, what its analysis says.
///
/// @param message what the controller says about the phase; may be empty
/// @param step index of the step under way; equal to the number of steps when all are done
/// @param weight share of traffic of the new version, 0..1; NaN when nothing tells
/// @param since when it entered this phase; null when the controller does not tell
/// @param current false while the controller has not yet seen the latest change: the phase is of the one before
public record Rollout(
        Phase phase,
        String message,
        List<Step> steps,
        int step,
        double weight,
        @Nullable PauseReason pause,
        @Nullable Instant since,
        boolean aborted,
        boolean current,
        List<Analysis> analyses) {

    public enum Phase {
        HEALTHY,
        PROGRESSING,
        PAUSED,
        DEGRADED,
        UNKNOWN
    }

    /// Why a rollout stands still.
    public enum PauseReason {
        /// A pause step of the plan: time or a person ends it.
        STEP,
        /// An analysis could not decide.
        INCONCLUSIVE,
        /// A person paused it.
        PERSON
    }

    /// One step of the plan, exactly one of its kinds.
    ///
    /// @param weight 0..1 for SET_WEIGHT, else NaN
    /// @param hold for PAUSE: how long; null means until a person goes on
    /// @param text the controller's own word for other kinds
    public record Step(Kind kind, double weight, @Nullable Duration hold, String text) {
        public enum Kind {
            SET_WEIGHT,
            PAUSE,
            ANALYSIS,
            OTHER
        }
    }

    /// @param verdict the controller's word: Running, Successful, Failed, Error, Inconclusive
    public record Analysis(String name, String verdict, String message, int successful, int failed, int inconclusive) {}

    public Rollout {
        steps = List.copyOf(steps);
        analyses = List.copyOf(analyses);
    }

    /// True while a new version has not yet replaced the old one.
    public boolean underWay() {
        return phase == Phase.PROGRESSING || phase == Phase.PAUSED || (phase == Phase.DEGRADED && !aborted);
    }
}
