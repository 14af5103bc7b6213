package jml.core.fleet;

import java.time.Instant;
import java.util.List;
import jml.core.alert.Alert;
import jml.core.source.SourceHealth;

/// Says where each model stands. Pure: the same input gives the same standings.
public final class StandingRules {
    private StandingRules() {}

    /// One standing a row of the roster.
    ///
    /// @param alertedRows row of the roster for each alert; -1 for none
    /// @param previous the snapshot before: a state that stays keeps its `since`
    public static List<Standing> stand(
            Instant at,
            Roster roster,
            Figures figures,
            List<Alert> alerts,
            int[] alertedRows,
            List<SourceHealth> sources,
            FleetSnapshot previous) {
        return roster.models().stream()
                .map(model -> new Standing(ModelState.NO_DATA, Standing.Cause.SERIES_MISSING, null, Arm.ALL, at))
                .toList();
    }
}
