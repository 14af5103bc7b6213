package jml.gameday.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jml.core.act.Act;

/// An act that the simulated fleet took, and when.
///
/// @param at kept to the millisecond
public record DoneAct(Instant at, Act act) {
    public DoneAct {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
