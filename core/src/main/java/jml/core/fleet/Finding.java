package jml.core.fleet;

import java.time.Instant;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// What the evidence says of a model, before it is known since when.
///
/// @param since when it began, by the source that told it; null when no source tells
record Finding(
        ModelState state,
        Standing.Cause cause,
        @Nullable Sli sli,
        Arm arm,
        @Nullable Instant since) {
    static Finding of(ModelState state, Standing.Cause cause) {
        return new Finding(state, cause, null, Arm.ALL, null);
    }

    static Finding of(ModelState state, Standing.Cause cause, Sli sli, Arm arm) {
        return new Finding(state, cause, sli, arm, null);
    }

    static Finding since(ModelState state, Standing.Cause cause, @Nullable Instant since) {
        return new Finding(state, cause, null, Arm.ALL, since);
    }
}
