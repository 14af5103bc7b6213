package jml.core.judge;

import java.util.ArrayList;
import java.util.List;

/// A histogram of latencies as the server counted it.
///
/// @param edgesSeconds upper edges, growing, all finite
/// @param atMost requests that took no longer than the edge of the same place: cumulative, never falling
/// @param all requests, those beyond the last edge among them
public record LatencyBuckets(List<Double> edgesSeconds, List<Long> atMost, long all) {
    /// The same from counts that may fall a little from edge to edge, because they were rounded or were not all read at
    /// one instant: each becomes at least the one before it and at most all.
    public static LatencyBuckets rising(List<Double> edgesSeconds, List<Long> atMost, long all) {
        var risen = new ArrayList<Long>(atMost.size());
        long before = 0;
        for (long count : atMost) {
            before = Math.min(all, Math.max(before, count));
            risen.add(before);
        }
        return new LatencyBuckets(edgesSeconds, risen, all);
    }

    public LatencyBuckets {
        edgesSeconds = List.copyOf(edgesSeconds);
        atMost = List.copyOf(atMost);
        if (edgesSeconds.size() != atMost.size()) {
            throw new IllegalArgumentException(atMost.size() + " counts for " + edgesSeconds.size() + " edges");
        }
        long before = 0;
        for (int i = 0; i < atMost.size(); i++) {
            boolean rises = i == 0 || edgesSeconds.get(i) > edgesSeconds.get(i - 1);
            if (!rises || !Double.isFinite(edgesSeconds.get(i)) || atMost.get(i) < before) {
                throw new IllegalArgumentException("no histogram: " + edgesSeconds + ", " + atMost);
            }
            before = atMost.get(i);
        }
        if (all < before) {
            throw new IllegalArgumentException(all + " requests in all, " + before + " below the last edge");
        }
    }
}
