package jml.views.releases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jml.core.fleet.FinishedRelease;
import jml.core.fleet.Moment;
import jml.core.fleet.Timeline;

/// The releases that ended on the day that is shown, the latest first. Reads from the record only what it has not read
/// yet. Blocks; any one thread at a time.
final class FinishedToday {
    // What is recorded late is found all the same.
    private static final Duration AGAIN = Duration.ofMinutes(2);

    private final Timeline timeline;
    private final ZoneId zone;
    private final Map<String, FinishedRelease> found = new LinkedHashMap<>();
    private Instant day = Instant.MIN;
    private Instant read = Instant.MIN;

    FinishedToday(Timeline timeline, ZoneId zone) {
        this.timeline = timeline;
        this.zone = zone;
    }

    synchronized List<FinishedRelease> at(Moment moment) {
        var now = moment.snapshot().at();
        var midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        if (!midnight.equals(day) || now.isBefore(read)) {
            found.clear();
            day = midnight;
            read = midnight;
        }
        var from = read.minus(AGAIN).isBefore(midnight) ? midnight : read.minus(AGAIN);
        for (var event : timeline.events(from, now.plusMillis(1))) {
            FinishedRelease.of(event).ifPresent(it -> found.put(event.id(), it));
        }
        read = now;
        return found.values().stream()
                .sorted(Comparator.comparing(FinishedRelease::at).reversed())
                .toList();
    }
}
