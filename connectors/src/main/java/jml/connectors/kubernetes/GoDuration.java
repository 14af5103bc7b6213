package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations as Argo writes them: a number of seconds, or Go's notation ("1h30m", "5m", "1.5s").
final class GoDuration {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");
    private static final Map<String, Double> NANOS =
            Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "h", 3600e9);

    private GoDuration() {}

    /// Null when there is none or it cannot be read.
    static @Nullable Duration of(JsonNode value) {
        var text = value.asText("").strip();
        if (text.matches("\\d{1,12}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (!text.matches("(" + PART.pattern() + ")+")) {
            return null;
        }
        double nanos = 0;
        var parts = PART.matcher(text);
        while (parts.find()) {
            nanos += Double.parseDouble(parts.group(1)) * NANOS.getOrDefault(parts.group(2), 0.0);
        }
        return Duration.ofNanos(Math.round(nanos));
    }
}
