package jml.engine.metric;

import java.time.Duration;
import jml.core.metric.Count;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import org.jspecify.annotations.Nullable;

/// One query that answers for every model at once.
///
/// @param sli what a VALUE, SAMPLES or LARGEST query is about; null for others
/// @param count what an INCREASE query counts; null otherwise
/// @param byArm true when the answer has a series for each version of a model
/// @param text the PromQL that is sent
public record PlannedQuery(
        MetricPreset preset,
        Purpose purpose,
        @Nullable Sli sli,
        @Nullable Count count,
        boolean byArm,
        Duration window,
        String text) {
    /// What the answer is used for.
    public enum Purpose {
        VALUE,
        SAMPLES,
        /// The largest value that the source can place: a VALUE that is the same lies beyond it.
        LARGEST,
        INCREASE,
        /// An increase by the label `le`.
        BUCKETS
    }
}
