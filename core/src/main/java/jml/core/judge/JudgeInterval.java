package jml.core.judge;

import java.time.Instant;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// One aligned minute of one arm: the judge's only input, kept exactly so that any verdict can be made again.
public sealed interface JudgeInterval permits CountInterval, LatencyInterval {
    ModelKey model();

    /// Version under way, as [jml.core.fleet.ModelFacts#candidate()] names it.
    String release();

    /// Start of the minute.
    Instant minute();

    Arm arm();

    /// Asked of the metric store after the fact.
    boolean backfilled();
}
