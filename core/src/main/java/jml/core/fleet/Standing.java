package jml.core.fleet;

import java.time.Instant;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// Where one model stands at an instant and what decided it. The sentence follows from it, the facts and the figures.
///
/// @param sli the indicator that decided; null when something else did
/// @param arm the arm that decided
/// @param since when this state began, as far as the record goes back
public record Standing(
        ModelState state, Cause cause, @Nullable Sli sli, Arm arm, Instant since) {
    public enum Cause {
        OBJECTIVE_MISSED,
        PAGE_FIRING,
        TICKET_FIRING,
        ROLLOUT_DEGRADED,
        PODS_UNWELL,
        FACTS_DISAGREE,
        SERIES_MISSING,
        SOURCE_SILENT,
        FEW_EVENTS,
        ON_PURPOSE,
        ALL_WELL
    }

    /// Whether a person on call should look: planned pauses never ask for it, and too little data only while a release
    /// waits for it.
    public boolean needsAttention(boolean releasing) {
        return switch (state) {
            case BREACHING, ATTENTION, NO_DATA, STALE -> true;
            case TOO_LITTLE_DATA -> releasing;
            case PAUSED, HEALTHY -> false;
        };
    }

    /// Same state for the same reason, whenever it began.
    public boolean sameAs(Standing other) {
        return state == other.state && cause == other.cause && sli == other.sli && arm == other.arm;
    }
}
