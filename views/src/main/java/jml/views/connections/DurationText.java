package jml.views.connections;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as people type and read them in a form: "15 s", "2 min", "500 ms".
final class DurationText {
    private static final Pattern TYPED = Pattern.compile("(\\d{1,9})\\s*(ms|s|sec|m|min|h)?");

    private DurationText() {}

    /// A number without a unit counts seconds; empty when it is no positive duration.
    static Optional<Duration> parse(String typed) {
        var matcher = TYPED.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var number = Long.parseLong(matcher.group(1));
        var unit = matcher.group(2) == null ? "s" : matcher.group(2);
        var duration =
                switch (unit) {
                    case "ms" -> Duration.ofMillis(number);
                    case "m", "min" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofSeconds(number);
                };
        return duration.isPositive() ? Optional.of(duration) : Optional.empty();
    }

    static String of(Duration duration) {
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + " ms";
        }
        var seconds = duration.toSeconds();
        return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
