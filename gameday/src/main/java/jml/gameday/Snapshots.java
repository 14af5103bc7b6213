package jml.gameday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import jml.core.alert.Silence;
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

    /// @param silences those in force
    FleetSnapshot at(List<ModelRow> rows, List<Silence> silences, Instant at) {
        double seconds = span.seconds(at);
        var sheet = new Sheet(roster(rows, seconds), at, silences);
        var firing = new BitSet(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            var model = rows.get(row);
            var reading = model.reading(seconds);
            var fires = model.firing(seconds, reading);
            firing.set(row, !fires.isEmpty());
            sheet.add(row, model, reading, fires);
        }
        var standings = new ArrayList<Standing>(rows.size());
        for (var now : sheet.standings()) {
            int row = standings.size();
            var since = since(rows.get(row), now, firing.get(row) ? silences : List.of(), seconds);
            standings.add(new Standing(now.state(), now.cause(), now.sli(), now.arm(), since));
        }
        return sheet.snapshot(standings);
    }

    private Instant since(ModelRow row, Standing now, List<Silence> silences, double seconds) {
        if (!silences.isEmpty() && row.standing(seconds).state() != now.state()) {
            // Only the silence makes it look so.
            return silences.stream()
                    .map(Silence::startsAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        return span.instant(row.since(now.state(), seconds));
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
