package jml.core.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jml.core.text.Words;

/// The latency of a release. It is judged by counting: how many requests took longer than an edge of the histogram, for
/// the edge of the objective and those at the baseline's p90, p95 and p99. No quantile is estimated for the verdict, so
/// that it is exact; the edges share the error rate (methods §2.10).
///
/// @param critical a guardrail
/// @param objectiveSeconds latency that the objective allows; NaN without one
/// @param margin odds ratio of slow requests that the canary must prove to stay below; above 1
/// @param intervals one-minute histograms, oldest first
public record LatencyMetric(
        String name, boolean critical, double objectiveSeconds, double margin, List<PairedLatency> intervals) {
    private static final double[] QUANTILES = {0.9, 0.95, 0.99};

    /// Intervals whose baseline chooses the edges, so that they stay as the release goes on.
    private static final int CHOOSING = 10;

    public LatencyMetric {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric needs a name");
        }
        intervals = List.copyOf(intervals);
    }

    /// One event metric for each edge, growing; none before there is an edge that all histograms have.
    public List<EventMetric> thresholds() {
        var metrics = new ArrayList<EventMetric>();
        for (double edge : edges()) {
            var counts = intervals.stream()
                    .map(each -> new PairedCounts(
                            each.canary().all(),
                            beyond(each.canary(), edge),
                            each.baseline().all(),
                            beyond(each.baseline(), edge)))
                    .toList();
            metrics.add(new EventMetric(name + " over " + seconds(edge), critical, margin, counts));
        }
        return metrics;
    }

    private List<Double> edges() {
        var known = common();
        var chosen = new TreeSet<Double>();
        if (known.isEmpty()) {
            return List.of();
        }
        if (!Double.isNaN(objectiveSeconds)) {
            chosen.add(at(known, objectiveSeconds));
        }
        var baseline = baseline(known);
        for (double quantile : QUANTILES) {
            double value = LatencyQuantile.of(baseline, quantile).value();
            if (!Double.isNaN(value)) {
                chosen.add(at(known, value));
            }
        }
        return List.copyOf(chosen);
    }

    private static double at(TreeSet<Double> edges, double seconds) {
        var edge = edges.ceiling(seconds);
        return edge == null ? edges.last() : edge;
    }

    private TreeSet<Double> common() {
        var edges = new TreeSet<Double>();
        for (int i = 0; i < intervals.size(); i++) {
            for (var arm : List.of(intervals.get(i).canary(), intervals.get(i).baseline())) {
                if (edges.isEmpty() && i == 0) {
                    edges.addAll(arm.edgesSeconds());
                }
                edges.retainAll(arm.edgesSeconds());
            }
        }
        return edges;
    }

    private LatencyBuckets baseline(TreeSet<Double> edges) {
        var first = intervals.subList(0, Math.min(CHOOSING, intervals.size()));
        var atMost = new ArrayList<Long>();
        for (double edge : edges) {
            atMost.add(first.stream()
                    .mapToLong(it -> it.baseline().all() - beyond(it.baseline(), edge))
                    .sum());
        }
        long all = first.stream().mapToLong(it -> it.baseline().all()).sum();
        return new LatencyBuckets(List.copyOf(edges), atMost, all);
    }

    private static long beyond(LatencyBuckets buckets, double edge) {
        return buckets.all() - buckets.atMost().get(buckets.edgesSeconds().indexOf(edge));
    }

    private static String seconds(double edge) {
        return edge < 1 ? Words.plain(Words.number(edge * 1000, 1)) + " ms" : Words.plain(Words.number(edge, 2)) + " s";
    }
}
