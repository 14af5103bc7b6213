package jml.engine.record;

import java.time.Duration;
import jml.core.alert.Alert;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Standing;
import org.jspecify.annotations.Nullable;

/// Which snapshots are worth a place in the record: one every so often, and each that changed something a person
/// would want to see at its exact time.
final class Cadence {
    private final Duration every;
    private @Nullable FleetSnapshot last;

    Cadence(Duration every) {
        this.every = every;
    }

    /// Remembers the snapshot when it answers true.
    boolean due(FleetSnapshot snapshot) {
        var before = last;
        if (before != null
                && Duration.between(before.at(), snapshot.at()).compareTo(every) < 0
                && !changed(before, snapshot)) {
            return false;
        }
        last = snapshot;
        return true;
    }

    private static boolean changed(FleetSnapshot before, FleetSnapshot now) {
        return !before.roster().models().equals(now.roster().models())
                || !sameStandings(before, now)
                || !before.alerts().stream()
                        .map(Alert::fingerprint)
                        .toList()
                        .equals(now.alerts().stream().map(Alert::fingerprint).toList());
    }

    private static boolean sameStandings(FleetSnapshot before, FleetSnapshot now) {
        for (int row = 0; row < now.size(); row++) {
            Standing then = before.standing(row);
            if (!then.sameAs(now.standing(row))) {
                return false;
            }
        }
        return true;
    }
}
