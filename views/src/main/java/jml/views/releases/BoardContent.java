package jml.views.releases;

import java.util.List;
import java.util.Map;
import jml.core.act.Offer;
import jml.core.act.ReleaseState;
import jml.views.kit.table.FleetLine;
import org.jspecify.annotations.Nullable;

/// What the board shows at one moment, prepared off the FX thread.
///
/// @param cards of those that need somebody, the most urgent first; at most three
/// @param more how many that need somebody have no card
/// @param counts releases under way a state, before filters
/// @param total rows there would be without filters
record BoardContent(
        List<Card> cards, int more, Map<ReleaseState, Integer> counts, int total, List<FleetLine<ReleaseRow>> lines) {

    /// One thing that waits for a person.
    ///
    /// @param way "v16 → v17 25% · prod-eu"
    /// @param sentence what the judge says or what a review asks, with its numbers
    /// @param since "since 14:13, 19 min"; empty when unknown
    /// @param cure taking it back; null when that is not what it needs, or not possible now
    record Card(
            ReleaseRow row,
            String way,
            String sentence,
            String since,
            @Nullable Offer cure) {}
}
