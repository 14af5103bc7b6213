package jml.gameday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Roster;
import jml.core.fleet.Standing;
import jml.gameday.plan.Span;

/// Puts the rows of a fleet together to the snapshot a console would have made of it. Safe from any thread.
final class Snapshots {
    private final Span span;
    private volatile Roster roster = Roster.EMPTY;

    Snapshots(Span span) {
        this.span = span;
    }

    FleetSnapshot at(List<ModelRow> rows, Instant at) {
        double seconds = span.seconds(at);
        var sheet = new Sheet(roster(rows, seconds), at);
        for (int row = 0; row < rows.size(); row++) {
            var model = rows.get(row);
            var reading = model.reading(seconds);
            sheet.add(row, model, reading, model.firing(seconds, reading));
        }
        var standings = new ArrayList<Standing>(rows.size());
        for (var now : sheet.standings()) {
            double since = rows.get(standings.size()).since(now.state(), seconds);
            standings.add(new Standing(now.state(), now.cause(), now.sli(), now.arm(), span.instant(since)));
        }
        return sheet.snapshot(standings);
    }

    /// The one of before while all facts are the same instances. Facts that are equal and not the same would only
    /// cost a new roster; comparing them would cost more.
    @SuppressWarnings("ReferenceEquality")
    private Roster roster(List<ModelRow> rows, double seconds) {
        var known = roster;
        var facts = new ArrayList<ModelFacts>(rows.size());
        boolean same = known.size() == rows.size();
        for (int row = 0; row < rows.size(); row++) {
            var now = rows.get(row).facts(seconds);
            same = same && known.models().get(row) == now;
            facts.add(now);
        }
        if (!same) {
            known = new Roster(facts);
            roster = known;
        }
        return known;
    }
}
