package jml.core.fleet;

import java.time.Instant;
import jml.core.metric.Sli;

/// One figure of a snapshot, with everything a screen must say about it.
///
/// @param value in base units, on the SLI's grid; NaN unless measured
/// @param samples events behind it in the window; -1 when the source does not count them
/// @param observedAt the instant it is true for, by the snapshot's clock
public record Figure(Sli sli, double value, Presence presence, long samples, Instant observedAt) {
    public boolean measured() {
        return presence.measured();
    }
}
