package jml.views.releases;

import java.util.List;
import java.util.Map;
import jml.core.act.Release;
import jml.core.act.ReleaseState;
import jml.views.kit.table.FleetLine;

/// What the board shows at one moment, prepared off the FX thread.
///
/// @param cards of those that need somebody, the most urgent first; at most three
/// @param more how many that need somebody have no card
/// @param counts releases a state, before filters
/// @param live false in the past, where nothing can be done
record BoardContent(
        List<Card> cards,
        int more,
        Map<ReleaseState, Integer> counts,
        int total,
        List<FleetLine<ReleaseRow>> lines,
        boolean live) {

    /// One thing that waits for a person.
    ///
    /// @param sentence what the judge says, with its numbers
    /// @param since "since 14:13, 19 min"; empty when unknown
    record Card(Release release, ReleaseRow row, String sentence, String since) {}
}
