package jml.views.oncall;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.fleet.ModelState;
import jml.core.fleet.Moment;
import jml.core.text.Words;
import jml.views.kit.screen.ShownEnvironment;
import jml.views.kit.table.FleetLine;
import jml.views.kit.table.RowFilter;

/// Makes what On-call shows from a moment and a request. Pure; for a background thread.
final class OnCallContents {
    private OnCallContents() {}

    static OnCallContent of(Moment moment, OnCallRequest request) {
        var snapshot = moment.snapshot();
        var link = request.link();
        var environment = ShownEnvironment.of(snapshot, link);
        var all = OnCallRows.of(moment, environment);
        var sorted = new ArrayList<>(all);
        sorted.sort(RowOrder.by(request.order()));
        var rows = request.held() ? held(sorted, request) : sorted;
        var kept = keep(rows, link.filter(), link.states());
        var held = request.held() && !grouped(sorted).equals(rows);
        var name = environment.map(it -> it.name()).orElse("");
        return new OnCallContent(
                moment,
                environment,
                lines(kept, held),
                counts(all),
                all.size(),
                sorted.stream()
                        .filter(OnCallRow::needsAttention)
                        .min(RowOrder.by(null))
                        .map(OnCallRow::key)
                        .orElse(null),
                SourceWarning.of(snapshot, name, all.size()),
                snapshot.unmatched().stream()
                        .filter(it -> environment.isEmpty() || it.environment().equals(name))
                        .toList(),
                held);
    }

    /// Each group in the order it stands; a row that came to a group stands where it belongs, so that new trouble is
    /// seen at once.
    private static List<OnCallRow> held(List<OnCallRow> sorted, OnCallRequest request) {
        var above = sorted.stream().filter(OnCallRow::needsAttention).toList();
        var below = sorted.stream().filter(row -> !row.needsAttention()).toList();
        var rows = new ArrayList<>(RowOrder.held(above, request.above()));
        rows.addAll(RowOrder.held(below, request.below()));
        return rows;
    }

    private static List<OnCallRow> grouped(List<OnCallRow> sorted) {
        var grouped = new ArrayList<>(
                sorted.stream().filter(OnCallRow::needsAttention).toList());
        sorted.stream().filter(row -> !row.needsAttention()).forEach(grouped::add);
        return grouped;
    }

    private static List<OnCallRow> keep(List<OnCallRow> rows, String typed, Set<ModelState> states) {
        var filter = RowFilter.parse(typed);
        if (filter.equals(RowFilter.ALL) && states.isEmpty()) {
            return rows;
        }
        return rows.stream()
                .filter(row -> states.isEmpty() || states.contains(row.state()))
                .filter(row -> filter.equals(RowFilter.ALL) || filter.keeps(row.searched()))
                .toList();
    }

    private static List<FleetLine<OnCallRow>> lines(List<OnCallRow> rows, boolean held) {
        var above = rows.stream().filter(OnCallRow::needsAttention).toList();
        var below = rows.stream().filter(row -> !row.needsAttention()).toList();
        var lines = new ArrayList<FleetLine<OnCallRow>>(rows.size() + 2);
        if (!above.isEmpty()) {
            var order = held ? ", order held while you are here" : above.size() > 1 ? ", worst first" : "";
            lines.add(new FleetLine.Group<>("Needs attention", Words.count(above.size()) + order));
            above.forEach(row -> lines.add(new FleetLine.Row<>(row.id(), row, false)));
        }
        if (!below.isEmpty()) {
            lines.add(new FleetLine.Group<>(above.isEmpty() ? "All" : "The rest", Words.count(below.size())));
            below.forEach(row -> lines.add(new FleetLine.Row<>(row.id(), row, true)));
        }
        return lines;
    }

    private static Map<ModelState, Integer> counts(List<OnCallRow> rows) {
        var counts = new EnumMap<ModelState, Integer>(ModelState.class);
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        return counts;
    }
}
