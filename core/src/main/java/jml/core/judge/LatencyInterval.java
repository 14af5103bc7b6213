package jml.core.judge;

import java.time.Instant;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// How long the requests of a minute took.
public record LatencyInterval(
        ModelKey model, String release, Instant minute, Arm arm, LatencyBuckets buckets, boolean backfilled)
        implements JudgeInterval {}
