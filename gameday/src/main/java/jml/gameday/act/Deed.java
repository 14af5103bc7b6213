package jml.gameday.act;

import java.time.Instant;
import java.util.Optional;
import jml.core.act.Check;
import jml.core.act.Effect;
import jml.core.act.Preparation;
import jml.core.act.Sighting;

/// One act on one simulated system: what it finds there, what it would do, and what came of it.
interface Deed {
    Sighting sighting(Instant now);

    /// Why it cannot be done as things stand; empty when it can.
    Optional<Check> obstacle(Instant now);

    /// What there is to know when nothing is in the way.
    Preparation prepare(Instant now);

    /// Does it: the fleet is another one from then on.
    void happen(Instant at);

    /// How far it has come since it happened at `at`.
    Effect effect(Instant at, Sighting before, Instant now);
}
