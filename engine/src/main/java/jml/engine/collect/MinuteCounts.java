package jml.engine.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jml.core.judge.LatencyBuckets;
import jml.core.metric.Count;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.engine.metric.MetricReading;
import jml.engine.metric.PlannedQuery;
import org.jspecify.annotations.Nullable;

/// What was counted in one minute, by subject of a roster; -1 where nobody counts.
final class MinuteCounts {
    /// The label that tells a bucket's upper edge.
    private static final String EDGE = "le";

    private final Instant start;
    private final boolean backfilled;
    private final long[] @Nullable [] bySubject;
    private final Map<Integer, SortedMap<Double, Long>> buckets = new HashMap<>();

    MinuteCounts(Instant start, boolean backfilled, int subjects) {
        this.start = start;
        this.backfilled = backfilled;
        this.bySubject = new long[subjects][];
    }

    /// Counts what a store answered about a minute of one environment.
    static MinuteCounts of(String environment, MetricReading.Minute minute, Subjects subjects) {
        var counts = new MinuteCounts(
                minute.start(), minute.backfilled(), subjects.shown().subjects());
        var shared = new SharedCosts();
        for (var answered : minute.counts()) {
            var query = answered.query();
            var vector = answered.vector();
            for (int i = 0; i < vector.size(); i++) {
                if (Double.isFinite(vector.values()[i])) {
                    long events = Math.round(vector.values()[i]);
                    var labels = vector.labels().get(i);
                    counts.add(environment, query, labels, events, subjects);
                    if (query.count() == Count.COST_MICROS
                            && subjects.of(environment, query.preset(), labels, false) < 0) {
                        shared.add(subjects.sharing(environment, query.preset(), labels), events);
                    }
                }
            }
        }
        shared.split(counts);
        return counts;
    }

    private void add(String environment, PlannedQuery query, LabelSet labels, long events, Subjects subjects) {
        var preset = query.preset();
        if (query.purpose() == PlannedQuery.Purpose.BUCKETS) {
            int arm = subjects.of(environment, preset, labels.without(EDGE), true);
            addBucket(arm, preset.buckets(), labels.get(EDGE), events);
            return;
        }
        int row = subjects.of(environment, preset, labels, false);
        var count = query.count();
        if (row < 0 || count == null) {
            return;
        }
        add(row, count, events);
        int arm = subjects.of(environment, preset, labels, true);
        if (arm >= 0 && arm != row) {
            add(arm, count, events);
        }
    }

    private void addBucket(int arm, MetricPreset.@Nullable Buckets buckets, @Nullable String edge, long events) {
        if (arm < 0 || buckets == null || edge == null) {
            return;
        }
        try {
            // Java has another word for it.
            double seconds =
                    edge.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(edge) * buckets.edgeSeconds();
            addBucket(arm, seconds, events);
        } catch (NumberFormatException _) {
            // A series that is no bucket.
        }
    }

    Instant start() {
        return start;
    }

    boolean backfilled() {
        return backfilled;
    }

    void add(int subject, Count count, long events) {
        var counts = bySubject[subject];
        if (counts == null) {
            bySubject[subject] = counts = new long[Count.values().length];
            Arrays.fill(counts, -1);
        }
        counts[count.ordinal()] = Math.max(0, counts[count.ordinal()]) + events;
    }

    /// Adds to a bucket of the subject's histogram.
    ///
    /// @param edgeSeconds upper edge, infinite for the last bucket
    /// @param events cumulative: all that took no longer
    void addBucket(int subject, double edgeSeconds, long events) {
        buckets.computeIfAbsent(subject, any -> new TreeMap<>()).merge(edgeSeconds, events, Long::sum);
    }

    /// Null when the subject has no histogram, or not all of one.
    @Nullable
    LatencyBuckets buckets(int subject) {
        var cumulative = buckets.get(subject);
        if (cumulative == null || !Double.isInfinite(cumulative.lastKey())) {
            return null;
        }
        var edges = new ArrayList<>(cumulative.keySet());
        var atMost = new ArrayList<>(cumulative.values());
        edges.removeLast();
        long all = atMost.removeLast();
        return LatencyBuckets.rising(edges, atMost, all);
    }

    /// -1 where nobody counts.
    long count(int subject, Count count) {
        var counts = bySubject[subject];
        return counts == null ? -1 : counts[count.ordinal()];
    }

    /// Null when nothing was counted for the subject.
    long @Nullable [] of(int subject) {
        return bySubject[subject];
    }
}
