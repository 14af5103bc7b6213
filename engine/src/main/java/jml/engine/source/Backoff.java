package jml.engine.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after failures in a row: doubling from the interval to a ceiling, with jitter, so that many
/// consoles do not come back at once.
final class Backoff {
    private static final Duration CEILING = Duration.ofMinutes(5);
    private static final double JITTER = 0.2;

    private final Duration interval;
    private final RandomGenerator random;

    Backoff(Duration interval, RandomGenerator random) {
        this.interval = interval;
        this.random = random;
    }

    /// @param failures in a row, at least 1
    Duration after(int failures) {
        var ceiling = interval.compareTo(CEILING) > 0 ? interval : CEILING;
        double factor = Math.scalb(1.0, Math.min(failures - 1, 20));
        double millis = Math.min((double) interval.toMillis() * factor, (double) ceiling.toMillis());
        return Duration.ofMillis(Math.round(millis * (1 + JITTER * (2 * random.nextDouble() - 1))));
    }
}
