package jml.views.oncall.panel;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jml.core.metric.Series;

/// Says which part of a line was not recorded as it happened.
final class AskedLater {
    private static final int MOST_SPANS = 2;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

    private AskedLater() {}

    /// Empty when all was recorded: "not recorded 12:00–13:10: from the metrics server, every 30 s".
    static String words(List<Series.Asked> spans, ZoneId zone) {
        if (spans.isEmpty()) {
            return "";
        }
        if (spans.size() > MOST_SPANS) {
            var whole = new Series.Asked(
                    spans.getFirst().from(),
                    spans.getLast().to(),
                    spans.getFirst().step());
            return "not recorded in " + spans.size() + " spans of " + span(whole, zone) + ": from the metrics server";
        }
        return spans.stream()
                .map(asked ->
                        "not recorded " + span(asked, zone) + ": from the metrics server, every " + every(asked.step()))
                .collect(Collectors.joining("; "));
    }

    private static String span(Series.Asked asked, ZoneId zone) {
        var from = asked.from().atZone(zone);
        var to = asked.to().atZone(zone);
        boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
        var clock = oneDay ? CLOCK : DAY;
        return clock.format(from) + "–" + clock.format(to);
    }

    private static String every(Duration step) {
        long seconds = Math.max(1, step.toSeconds());
        if (seconds % 3600 == 0) {
            return seconds / 3600 + " h";
        }
        return seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }
}
