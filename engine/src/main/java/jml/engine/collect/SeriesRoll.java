package jml.engine.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jml.core.fleet.identity.SeriesSeen;
import jml.engine.metric.MetricReading;

/// Which series have been seen lately, so that a model without a cluster has a row, and keeps it for a day after its
/// series went away. One thread at a time.
final class SeriesRoll {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Map<SeriesSeen, Instant> lastSeen = new HashMap<>();
    private boolean changed;

    /// Looks through a reading once: whole-model answers for who is there, counted minutes for which versions serve.
    void add(String environment, MetricReading reading) {
        for (var answered : reading.answers()) {
            if (!answered.query().byArm()) {
                see(environment, answered, reading.time());
            }
        }
        for (var minute : reading.minutes()) {
            minute.counts().forEach(answered -> see(environment, answered, reading.time()));
        }
        changed |= lastSeen.values().removeIf(seen -> seen.plus(REMEMBERED).isBefore(reading.time()));
    }

    private void see(String environment, MetricReading.Answered answered, Instant at) {
        for (var labels : answered.vector().labels()) {
            var series = new SeriesSeen(environment, answered.query().preset(), labels);
            changed |= lastSeen.put(series, at) == null;
        }
    }

    /// True once after the set of series changed.
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    List<SeriesSeen> series() {
        return List.copyOf(lastSeen.keySet());
    }
}
