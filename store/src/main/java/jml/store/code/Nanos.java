package jml.store.code;

import java.math.BigInteger;
import java.time.Instant;

/// Instants as stored: nanoseconds since 1970. What lies outside the years 1677 to 2262 becomes the nearest end.
public final class Nanos {
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
    private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000_000 - 1;

    private Nanos() {}

    public static long of(Instant instant) {
        if (Math.abs(instant.getEpochSecond()) < LAST_SECOND) {
            return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
        }
        return BigInteger.valueOf(instant.getEpochSecond())
                .multiply(BILLION)
                .add(BigInteger.valueOf(instant.getNano()))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }

    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}
