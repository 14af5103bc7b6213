package jml.engine.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;

/// One model's line from the store that has it now. Blocks.
@FunctionalInterface
public interface LiveSeries {
    Answer series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException, InterruptedException;

    /// What came back.
    ///
    /// @param line empty when no connected store has such a series
    /// @param lasting whether it may be kept as what the past was: not when nobody could be asked, or when a server
    /// warned that its answer may be partial
    record Answer(Series line, boolean lasting) {
        /// Nobody could be asked.
        public static Answer unasked(Duration step) {
            return new Answer(new Series(LabelSet.of(Map.of()), new long[0], new double[0], step), false);
        }
    }
}
