package jml.views.oncall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jml.core.fleet.ModelState;
import jml.core.fleet.Moment;
import jml.core.fleet.Unmatched;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.views.kit.table.FleetLine;
import org.jspecify.annotations.Nullable;

/// What On-call shows at one moment, prepared in one piece off the FX thread.
///
/// @param environment the one shown; empty when the snapshot has none
/// @param lines of the table, filtered and ordered
/// @param counts models a state, before filters
/// @param first the row worst off; null when nothing needs attention
/// @param warning what is missing here because a source is silent; null when all answer
/// @param unmatched of this environment
/// @param held whether another order would be worst first, and is not used because a person is in the table
record OnCallContent(
        Moment moment,
        Optional<Environment> environment,
        List<FleetLine<OnCallRow>> lines,
        Map<ModelState, Integer> counts,
        int total,
        @Nullable ModelKey first,
        @Nullable Warning warning,
        List<Unmatched> unmatched,
        boolean held) {

    /// The rows of the table from top to bottom.
    Stream<OnCallRow> rows() {
        return lines.stream().filter(FleetLine.Row.class::isInstance).map(line -> ((FleetLine.Row<OnCallRow>) line)
                .value());
    }

    /// @param lead the start that weighs: "Alertmanager eu last answered 4 min ago."
    /// @param rest what follows from it here
    /// @param source the source to explain
    record Warning(String lead, String rest, String source) {}
}
