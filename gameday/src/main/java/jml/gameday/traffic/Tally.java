package jml.gameday.traffic;

/// What a server has counted since it began, as whole numbers. Two tallies of one counter, the later one less the
/// earlier one, are what happened between them; every figure of a window is made of such a difference, as a metric
/// store would make it.
///
/// @param counts one number an entry of [Entry], after the cumulative buckets
public record Tally(long[] counts) {
    static final int BUCKETS = Edges.COUNT;

    static final int SIZE = BUCKETS + Entry.values().length;

    /// What is counted beside the buckets.
    public enum Entry {
        DURATIONS,
        DURATION_MICROS,
        SLOW,
        SUCCESSES,
        ERRORS,
        TIMEOUTS,
        RETRIES,
        AGREED,
        DISAGREED,
        PRESENT,
        MISSING,
        COLD_STARTED,
        COST_MICROS
    }

    static Tally zero() {
        return new Tally(new long[SIZE]);
    }

    public long get(Entry entry) {
        return counts[BUCKETS + entry.ordinal()];
    }

    /// Requests that took at most the edge.
    public long bucket(int edge) {
        return counts[edge];
    }

    public long requests() {
        return get(Entry.SUCCESSES) + get(Entry.ERRORS) + get(Entry.TIMEOUTS);
    }

    public long compared() {
        return get(Entry.AGREED) + get(Entry.DISAGREED);
    }

    public long featureValues() {
        return get(Entry.PRESENT) + get(Entry.MISSING);
    }

    Tally plus(Tally other) {
        return combined(other, 1);
    }

    public Tally minus(Tally earlier) {
        return combined(earlier, -1);
    }

    private Tally combined(Tally other, int sign) {
        var sum = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            sum[i] = counts[i] + sign * other.counts[i];
        }
        return new Tally(sum);
    }
}
