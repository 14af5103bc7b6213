package jml.core.judge;

import java.util.ArrayList;
import java.util.List;

/// What a release is judged by. Entry `i` of every metric is the same minute.
///
/// @param events what a request does or does not
/// @param latencies how long requests took; each is judged by event metrics of its edges
/// @param gauges of which only a mean a minute is known: KPIs, cost, milliseconds a token
public record ReleaseMetrics(List<EventMetric> events, List<LatencyMetric> latencies, List<GaugeMetric> gauges) {
    public ReleaseMetrics {
        events = List.copyOf(events);
        latencies = List.copyOf(latencies);
        gauges = List.copyOf(gauges);
    }

    public static ReleaseMetrics of(List<EventMetric> events) {
        return new ReleaseMetrics(events, List.of(), List.of());
    }

    /// The event metrics, those of the latencies' edges last.
    List<EventMetric> counted() {
        var counted = new ArrayList<>(events);
        latencies.forEach(it -> counted.addAll(it.thresholds()));
        return counted;
    }
}
