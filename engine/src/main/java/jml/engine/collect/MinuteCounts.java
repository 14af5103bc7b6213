package jml.engine.collect;

import java.time.Instant;
import java.util.Arrays;
import jml.core.metric.Count;
import org.jspecify.annotations.Nullable;

/// What was counted in one minute, by subject of a roster; -1 where nobody counts.
final class MinuteCounts {
    private final Instant start;
    private final boolean backfilled;
    private final long[] @Nullable [] bySubject;

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

    /// Null when nothing was counted for the subject.
    long @Nullable [] of(int subject) {
        return bySubject[subject];
    }
}
