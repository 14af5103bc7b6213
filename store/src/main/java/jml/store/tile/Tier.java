package jml.store.tile;

import java.time.Duration;

/// How far apart the instants of a tier are meant to be.
final class Tier {
    static final Duration STATES = Duration.ofMinutes(5);
    static final Duration HOURS = Duration.ofHours(1);

    private Tier() {}

    static Duration step(int tier) {
        return switch (tier) {
            case Tiles.FULL -> Duration.ofSeconds(30);
            case Tiles.STATES -> STATES;
            default -> HOURS;
        };
    }
}
