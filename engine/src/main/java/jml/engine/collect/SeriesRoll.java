package jml.engine.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jml.core.fleet.identity.SeriesSeen;
import jml.engine.metric.MetricReading;
import org.jspecify.annotations.Nullable;

/// Which series have been seen lately, so that a model without a cluster has a row, and keeps it for a day after its
/// series went away. One thread at a time.
final class SeriesRoll {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /// A version that is no longer counted has left: a finished canary must not linger.
    private static final Duration VERSIONS_REMEMBERED = Duration.ofMinutes(5);

    private final Map<SeriesSeen, Instant> lastSeen = new HashMap<>();
    private final Map<SeriesSeen, Instant> versionsSeen = new HashMap<>();
    private boolean changed;
    private @Nullable List<SeriesSeen> all;

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
            told(roll.put(series, at) == null);
        }
    }

    private void forget(Map<SeriesSeen, Instant> roll, Instant before) {
        told(roll.values().removeIf(seen -> seen.isBefore(before)));
    }

    private void told(boolean different) {
        if (different) {
            changed = true;
            all = null;
        }
    }

    /// True once after the set of series changed.
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /// The same list while the set of series does not change.
    List<SeriesSeen> series() {
        var known = all;
        if (known == null) {
            var set = new HashSet<>(lastSeen.keySet());
            set.addAll(versionsSeen.keySet());
            known = List.copyOf(set);
            all = known;
        }
        return known;
    }
}
