package jml.engine.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jml.core.fleet.identity.SeriesSeen;
import jml.engine.metric.MetricReading;

/// Which series have been seen lately, so that a model without a cluster has a row, and keeps it for a day after its
/// series went away. One thread at a time.
final class SeriesRoll {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /// A version that is no longer counted has left: a finished canary must not linger.
    private static final Duration VERSIONS_REMEMBERED = Duration.ofMinutes(5);

    private final Map<SeriesSeen, Instant> lastSeen = new HashMap<>();
    private final Map<SeriesSeen, Instant> versionsSeen = new HashMap<>();
    private boolean changed;

    /// Looks through a reading once: whole-model answers for who is there, counted minutes for which versions serve.
    void add(String environment, MetricReading reading) {
        for (var answered : reading.answers()) {
            if (!answered.query().byArm()) {
                see(lastSeen, environment, answered, reading.time());
            }
        }
        for (var minute : reading.minutes()) {
            minute.counts().forEach(answered -> see(versionsSeen, environment, answered, reading.time()));
        }
        forget(lastSeen, reading.time().minus(REMEMBERED));
        forget(versionsSeen, reading.time().minus(VERSIONS_REMEMBERED));
    }

    private void see(Map<SeriesSeen, Instant> roll, String environment, MetricReading.Answered answered, Instant at) {
        for (var labels : answered.vector().labels()) {
            var series = new SeriesSeen(environment, answered.query().preset(), labels);
            changed |= roll.put(series, at) == null;
        }
    }

    private void forget(Map<SeriesSeen, Instant> roll, Instant before) {
        changed |= roll.values().removeIf(seen -> seen.isBefore(before));
    }

    /// True once after the set of series changed.
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    List<SeriesSeen> series() {
        var all = new HashSet<>(lastSeen.keySet());
        all.addAll(versionsSeen.keySet());
        return List.copyOf(all);
    }
}
