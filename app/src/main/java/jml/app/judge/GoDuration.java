package jml.app.judge;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import jml.app.input.Input;
import jml.app.input.InputException;

/// A duration as Go writes it, such as `30s`, `5m` or `1h30m`.
final class GoDuration {
    private static final Pattern WHOLE = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:ms|h|m|s))+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);

    private GoDuration() {}

    /// A positive one.
    static Duration of(Input place) throws InputException {
        var text = place.text();
        long millis = 0;
        if (WHOLE.matcher(text).matches()) {
            for (var parts = PART.matcher(text); parts.find(); ) {
                var unit = BigDecimal.valueOf(MILLIS.getOrDefault(parts.group(2), 0L));
                millis += new BigDecimal(parts.group(1)).multiply(unit).longValue();
            }
        }
        if (millis <= 0) {
            throw place.wrong("must be a duration such as 30s, 5m or 1h30m");
        }
        return Duration.ofMillis(millis);
    }
}
