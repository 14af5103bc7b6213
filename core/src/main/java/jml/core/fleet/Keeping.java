package jml.core.fleet;

import jml.core.metric.Objective;
import jml.core.model.Arm;

/// Whether an objective is kept, by the rules that standings follow.
public enum Keeping {
    KEPT,
    MISSED,
    /// Not measured, too old, or by too few events to say.
    UNKNOWN;

    /// @param row of the snapshot's roster
    public static Keeping of(FleetSnapshot snapshot, int row, Arm arm, Objective objective) {
        int subject = snapshot.roster().subject(row, arm);
        if (subject < 0) {
            return UNKNOWN;
        }
        var environment = snapshot.model(row).key().environment();
        int fresh =
                new Freshness(snapshot.at(), snapshot.sources()).of(environment).freshSeconds();
        return switch (Verdict.of(objective, snapshot.figures(), subject, fresh)) {
            case HOLDS -> KEPT;
            case MISSED -> MISSED;
            case TOO_LITTLE, NO_TRAFFIC, NO_DATA, STALE, ABSENT -> UNKNOWN;
        };
    }
}
