package jml.core.judge;

import java.time.Instant;
import jml.core.metric.Count;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// One aligned minute of one arm: the judge's only input, kept exactly so that any verdict can be made again.
///
/// @param release version under way, as [jml.core.fleet.ModelFacts#candidate()] names it
/// @param minute start of the minute
/// @param bad what was counted as bad
/// @param valid requests (or comparisons, or feature values) in the minute
/// @param badEvents of them, those that were bad
/// @param backfilled asked of the metric store after the fact
public record JudgeInterval(
        ModelKey model,
        String release,
        Instant minute,
        Arm arm,
        Count bad,
        long valid,
        long badEvents,
        boolean backfilled) {
    public JudgeInterval {
        if (valid < 0 || badEvents < 0) {
            throw new IllegalArgumentException("negative counts: " + badEvents + " of " + valid);
        }
    }
}
