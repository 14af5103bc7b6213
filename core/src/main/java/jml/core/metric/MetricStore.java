package jml.core.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import jml.core.source.SourceException;

/// Where numbers over time come from. Calls block, may be interrupted, and are safe from several threads.
/// Queries are PromQL. One query answers for all models.
public interface MetricStore {
    /// Every series of the query at `time`; empty when nothing matches.
    Vector instant(String query, Instant time) throws SourceException, InterruptedException;

    /// Every series of the query from `from` to `to`, both aligned outwards to the step.
    /// The step is widened when the server would refuse so many points; each series tells its step.
    Matrix range(String query, Instant from, Instant to, Duration step) throws SourceException, InterruptedException;

    /// Names of the metrics that exist, among those matching the (anchored) regular expression.
    Set<String> metricNames(String regex) throws SourceException, InterruptedException;

    /// What server this is and what it can do.
    Description describe() throws SourceException, InterruptedException;

    /// @param product for people: "Prometheus 3.16.0", "VictoriaMetrics"
    /// @param clockSkew server's clock less ours, as far as its answer tells
    record Description(String product, boolean nativeHistograms, int maxPoints, Duration clockSkew) {}
}
