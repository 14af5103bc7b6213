package jml.core.fleet;

import java.time.ZoneId;

/// Says in plain words where a model stands: one short sentence for each state and cause, with the number that
/// proves it, and times in one zone. Immutable.
public final class Sentences {
    private final ZoneId zone;

    public Sentences(ZoneId zone) {
        this.zone = zone;
    }

    public Sentence of(FleetSnapshot snapshot, int row) {
        return new Sentence(snapshot.standing(row).state().word() + ".", zone.getId());
    }
}
