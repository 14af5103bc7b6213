package jml.core.judge;

import java.time.Instant;
import jml.core.metric.Count;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// How many events of a minute were bad.
///
/// @param bad what was counted as bad
/// @param valid requests (or comparisons, or feature values) in the minute
/// @param badEvents of them, those that were bad
public record CountInterval(
        ModelKey model,
        String release,
        Instant minute,
        Arm arm,
        Count bad,
        long valid,
        long badEvents,
        boolean backfilled)
        implements JudgeInterval {
    public CountInterval {
        if (valid < 0 || badEvents < 0) {
            throw new IllegalArgumentException("negative counts: " + badEvents + " of " + valid);
        }
    }
}
