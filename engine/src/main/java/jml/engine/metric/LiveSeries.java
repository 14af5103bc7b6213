package jml.engine.metric;

import java.time.Duration;
import java.time.Instant;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;

/// One model's line from the store that has it now. Blocks.
@FunctionalInterface
public interface LiveSeries {
    /// Empty when no connected store knows such a series.
    Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException, InterruptedException;
}
