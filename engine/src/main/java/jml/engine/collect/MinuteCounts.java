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
import org.jspecify.annotations.Nullable;

/// What was counted in one minute, by subject of a roster; -1 where nobody counts.
final class MinuteCounts {
    private final Instant start;
    private final boolean backfilled;
    private final long[] @Nullable [] bySubject;
    private final Map<Integer, SortedMap<Double, Long>> buckets = new HashMap<>();

    MinuteCounts(Instant start, boolean backfilled, int subjects) {
        this.start = start;
        this.backfilled = backfilled;
        this.bySubject = new long[subjects][];
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

    /// Null when nothing was counted for the subject.
    long @Nullable [] of(int subject) {
        return bySubject[subject];
    }
}
