package jml.store.retention;

import java.time.Duration;

/// How long the record keeps what, counted back from its newest instant. Events are never thinned.
///
/// @param every distance between two records while nothing changes
/// @param full how long every recorded instant is kept
/// @param states how long one instant every `stateStep` is kept
/// @param hours how long one instant every `hourStep` is kept
/// @param mostBytes of stretches; beyond it the oldest are thinned before their time, then deleted
public record Retention(
        Duration every,
        Duration full,
        Duration states,
        Duration stateStep,
        Duration hours,
        Duration hourStep,
        long mostBytes) {
    /// 30-second records for a day, five-minute states for 30 days, hourly ones for 400, at most 8 GB.
    public static final Retention DEFAULT = new Retention(
            Duration.ofSeconds(30),
            Duration.ofHours(24),
            Duration.ofDays(30),
            Duration.ofMinutes(5),
            Duration.ofDays(400),
            Duration.ofHours(1),
            8_000_000_000L);

    private static final long STRETCHES_AN_ARCHIVE = 80;

    public Retention {
        if (full.compareTo(states) > 0 || states.compareTo(hours) > 0) {
            throw new IllegalArgumentException(
                    "coarser records are kept at least as long: " + full + ", " + states + ", " + hours);
        }
        if (stateStep.isNegative() || stateStep.isZero() || hourStep.compareTo(stateStep) < 0 || mostBytes <= 0) {
            throw new IllegalArgumentException(
                    "impossible steps or size: " + stateStep + ", " + hourStep + ", " + mostBytes);
        }
    }

    /// Beyond it the oldest of what live stores were asked for is deleted: 100 MB beside the usual 8 GB.
    public long mostArchiveBytes() {
        return mostBytes / STRETCHES_AN_ARCHIVE;
    }

    /// How long a tier's stretches are kept.
    public Duration age(int tier) {
        return switch (tier) {
            case 0 -> full;
            case 1 -> states;
            default -> hours;
        };
    }

    /// How far apart a tier's instants are meant to be.
    public Duration step(int tier) {
        return switch (tier) {
            case 0 -> every;
            case 1 -> stateStep;
            default -> hourStep;
        };
    }
}
