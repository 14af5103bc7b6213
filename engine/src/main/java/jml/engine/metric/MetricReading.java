package jml.engine.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import jml.core.metric.MetricPreset;
import jml.core.metric.Vector;

/// What one refresh of a metric store answered: all vectors at the same `time`.
///
/// @param presets that the store's metrics matched, in order of precedence
/// @param answers to the value and sample queries
/// @param minutes whole minutes that ended since the last reading, with their counts; oldest first
/// @param refused queries the server said no to, with its words; the others still stand
public record MetricReading(
        Instant time, List<MetricPreset> presets, List<Answered> answers, List<Minute> minutes, List<String> refused) {

    /// One query and what it found.
    public record Answered(PlannedQuery query, Vector vector) {}

    /// The counts of one whole minute.
    ///
    /// @param start of the minute
    public record Minute(Instant start, List<Answered> counts, boolean backfilled) {}

    /// What the server said about its answers, refusals among it; each text once.
    public List<String> warnings() {
        var all = new LinkedHashSet<>(refused);
        for (var answer : answers) {
            all.addAll(answer.vector().warnings());
        }
        return new ArrayList<>(all);
    }
}
