package jml.connectors.kubernetes;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: from one second doubling to the longest, between half and all of it by
/// chance, so that the watches of many consoles do not come back in step.
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;

    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    Backoff(Duration longest, RandomGenerator random) {
        this.longest = longest;
        this.random = random;
    }

    Duration next() {
        long full = Math.min(longest.toMillis(), FIRST_MILLIS << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /// In a row.
    int failures() {
        return failures;
    }

    void reset() {
        failures = 0;
    }
}
