package jml.gameday.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Something happens to a model, from an instant to another, whoever is at fault.
///
/// @param version only requests to this version feel it; empty means all
/// @param until [Instant#MAX] when it does not end by itself
public record Disturbance(Instant from, Instant until, String version, Effect effect) {
    public Disturbance {
        from = from.truncatedTo(ChronoUnit.MILLIS);
        until = until.equals(Instant.MAX) ? until : until.truncatedTo(ChronoUnit.MILLIS);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a disturbance from " + from + " until " + until);
        }
    }

    public boolean touches(String version) {
        return this.version.isEmpty() || this.version.equals(version);
    }
}
