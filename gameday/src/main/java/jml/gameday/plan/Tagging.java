package jml.gameday.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A tag of a registered version is set or taken off.
///
/// @param at kept to the millisecond
/// @param value null takes the tag off
public record Tagging(
        Instant at, String version, String key, @Nullable String value) {
    public Tagging {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
