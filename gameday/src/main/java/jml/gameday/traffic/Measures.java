package jml.gameday.traffic;

import java.util.Arrays;
import jml.core.fleet.Presence;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import jml.gameday.traffic.Tally.Entry;

/// The figures of one model, or of one side of its rollout, at one instant, as a metric store would tell them.
public final class Measures {
    private static final Sli[] SLIS = Sli.values();

    private final double[] values = new double[SLIS.length];
    private final long[] samples = new long[SLIS.length];
    private final Presence[] presences = new Presence[SLIS.length];
    private final Tally counted;

    Measures(Tally counted) {
        this.counted = counted;
        Arrays.fill(values, Double.NaN);
        Arrays.fill(samples, -1);
        Arrays.fill(presences, Presence.NOT_MEASURED);
    }

    /// In base units; NaN unless measured.
    public double value(Sli sli) {
        return values[sli.ordinal()];
    }

    public Presence presence(Sli sli) {
        return presences[sli.ordinal()];
    }

    /// Events behind the value in its window; -1 when not counted.
    public long samples(Sli sli) {
        return samples[sli.ordinal()];
    }

    /// Events since the counters began.
    public long count(Count count) {
        return switch (count) {
            case REQUESTS -> counted.requests();
            case ERRORS -> counted.get(Entry.ERRORS) + counted.get(Entry.TIMEOUTS);
            case SLOW -> counted.get(Entry.SLOW);
            case COMPARED -> counted.compared();
            case AGREED -> counted.get(Entry.AGREED);
            case FEATURE_VALUES -> counted.featureValues();
            case FEATURE_MISSING -> counted.get(Entry.MISSING);
            case COLD_STARTED -> counted.get(Entry.COLD_STARTED);
            case COST_MICROS -> counted.get(Entry.COST_MICROS);
        };
    }

    /// Requests since the counters began that took no longer than an edge of the model's histogram; all of them at
    /// [Edges#COUNT].
    public long atMost(int edge) {
        return edge == Edges.COUNT ? counted.get(Entry.DURATIONS) : counted.bucket(edge);
    }

    void gauge(Sli sli, double value) {
        values[sli.ordinal()] = value;
        presences[sli.ordinal()] = Presence.MEASURED;
    }

    /// What was given before is this model's part of a server.
    void ofSharedServer(Sli sli) {
        presences[sli.ordinal()] = Presence.SHARED;
    }

    /// `part` of `whole` events.
    void ratio(Sli sli, long part, long whole) {
        samples[sli.ordinal()] = whole;
        if (whole == 0) {
            presences[sli.ordinal()] = Presence.NO_TRAFFIC;
        } else {
            gauge(sli, (double) part / whole);
        }
    }

    /// The quantile of the requests in a window, interpolated in its bucket as PromQL does.
    void p95(Tally window, Edges edges) {
        int sli = Sli.LATENCY_P95.ordinal();
        long all = window.get(Entry.DURATIONS);
        samples[sli] = all;
        if (all == 0) {
            presences[sli] = Presence.NO_TRAFFIC;
            return;
        }
        double rank = 0.95 * all;
        for (int edge = 0; edge < Tally.BUCKETS; edge++) {
            if (window.bucket(edge) >= rank) {
                long below = edge == 0 ? 0 : window.bucket(edge - 1);
                double from = edge == 0 ? 0 : edges.seconds()[edge - 1];
                double width = edges.seconds()[edge] - from;
                gauge(Sli.LATENCY_P95, from + width * (rank - below) / (window.bucket(edge) - below));
                return;
            }
        }
        values[sli] = edges.seconds()[Edges.COUNT - 1];
        presences[sli] = Presence.OVER_RANGE;
    }
}
