package jml.core.judge;

/// A quantile of a histogram for display, interpolated as Prometheus does, with the edges between which it lies for
/// certain (95 %): an interpolated interval would be right only 70 % of the time (methods §1.8, §2.10).
///
/// @param value seconds; NaN without requests
/// @param low lower edge of the bucket in which the interval of ranks begins
/// @param high upper edge of the bucket in which it ends; positive infinity beyond the last edge
public record LatencyQuantile(double value, double low, double high) {
    private static final double Z_95 = 1.959963984540054;

    /// @param q between 0 and 1
    public static LatencyQuantile of(LatencyBuckets buckets, double q) {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException("no quantile: " + q);
        }
        double n = (double) buckets.all();
        if (n == 0 || buckets.edgesSeconds().isEmpty()) {
            return new LatencyQuantile(Double.NaN, Double.NaN, Double.NaN);
        }
        double spread = Z_95 * Math.sqrt(n * q * (1 - q));
        int low = bucket(buckets, Math.max(0, n * q - spread));
        int high = bucket(buckets, Math.min(n, n * q + spread));
        return new LatencyQuantile(interpolated(buckets, n * q), edge(buckets, low - 1), edge(buckets, high));
    }

    // The first bucket that reaches the rank; the number of edges for the one beyond them.
    private static int bucket(LatencyBuckets buckets, double rank) {
        int at = 0;
        while (at < buckets.atMost().size() && buckets.atMost().get(at) < rank) {
            at++;
        }
        return at;
    }

    private static double edge(LatencyBuckets buckets, int at) {
        if (at < 0) {
            return 0;
        }
        return at < buckets.edgesSeconds().size() ? buckets.edgesSeconds().get(at) : Double.POSITIVE_INFINITY;
    }

    private static double interpolated(LatencyBuckets buckets, double rank) {
        int at = bucket(buckets, rank);
        if (at == buckets.atMost().size()) {
            return buckets.edgesSeconds().getLast();
        }
        double from = edge(buckets, at - 1);
        long before = at == 0 ? 0 : buckets.atMost().get(at - 1);
        long within = buckets.atMost().get(at) - before;
        return within == 0 ? edge(buckets, at) : from + (edge(buckets, at) - from) * ((rank - before) / within);
    }
}
