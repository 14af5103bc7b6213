package jml.core.metric;

import java.time.Duration;
import java.time.Instant;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;

/// Long series of one model, whoever holds them: the record first, then the live store (DESIGN §1).
public interface MetricHistory {
    /// Values in base units from `from` to `to`, no finer than `step`. Blocks; never call it on the FX thread.
    Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException, InterruptedException;
}
