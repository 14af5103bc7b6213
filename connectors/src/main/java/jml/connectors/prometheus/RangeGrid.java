package jml.connectors.prometheus;

import java.time.Duration;
import java.time.Instant;

/// The instants of a range query: whole multiples of the step since the epoch, so that a repeated question has
/// repeated points and a server's cache can answer it.
///
/// @param from a multiple of the step, not after what was asked for
/// @param to a multiple of the step, not before what was asked for
record RangeGrid(Instant from, Instant to, Duration step) {
    private static final long[] STEPS_MILLIS = {
        1_000,
        2_000,
        5_000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        900_000,
        1_800_000,
        3_600_000,
        7_200_000,
        14_400_000,
        21_600_000,
        43_200_000,
        86_400_000
    };

    /// @param maxPoints most intervals the server allows between the first and the last point
    static RangeGrid over(Instant from, Instant to, Duration step, int maxPoints) {
        if (step.isNegative() || step.toMillis() == 0 || to.isBefore(from)) {
            throw new IllegalArgumentException("range from " + from + " to " + to + " by " + step);
        }
        long wide = step.toMillis();
        for (int rung = 0; points(from, to, wide) > maxPoints; rung++) {
            wide = Math.max(wide, rung < STEPS_MILLIS.length ? STEPS_MILLIS[rung] : wide * 2);
        }
        return new RangeGrid(
                Instant.ofEpochMilli(down(from, wide)), Instant.ofEpochMilli(up(to, wide)), Duration.ofMillis(wide));
    }

    private static long points(Instant from, Instant to, long step) {
        return (up(to, step) - down(from, step)) / step;
    }

    private static long down(Instant time, long step) {
        return Math.floorDiv(time.toEpochMilli(), step) * step;
    }

    private static long up(Instant time, long step) {
        return Math.ceilDiv(time.toEpochMilli(), step) * step;
    }
}
