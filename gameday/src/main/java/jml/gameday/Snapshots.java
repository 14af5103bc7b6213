package jml.gameday;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jml.core.alert.Alert;
import jml.core.fleet.Arm;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Origin;
import jml.core.fleet.Presence;
import jml.core.fleet.Roster;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;
import jml.gameday.plan.Span;
import jml.gameday.traffic.Measures;
import jml.gameday.traffic.Reading;
import org.jspecify.annotations.Nullable;

/// Puts the rows of a fleet together to the snapshot a console would have made of it.
final class Snapshots {
    private static final Sli[] SLIS = Sli.values();
    private static final Count[] COUNTS = Count.values();

    private final Span span;
    private volatile Roster roster = Roster.EMPTY;

    Snapshots(Span span) {
        this.span = span;
    }

    FleetSnapshot at(List<ModelRow> rows, Instant at) {
        double seconds = span.seconds(at);
        var roster = roster(rows, seconds);
        var readings = new Reading[rows.size()];
        var builder = new Figures.Builder(roster.subjects());
        for (int row = 0; row < readings.length; row++) {
            readings[row] = rows.get(row).reading(seconds);
            for (var arm : Arm.values()) {
                int subject = roster.subject(row, arm);
                if (subject >= 0) {
                    fill(builder, subject, readings[row], readings[row].of(arm));
                }
            }
        }
        var figures = builder.build();
        var alerts = new ArrayList<Alert>();
        var alertedRows = alerts(rows, seconds, readings, alerts);
        var sources = List.of(source(at));
        var standings = Standings.of(rows, seconds, span, roster, figures, alerts, alertedRows, sources);
        return new FleetSnapshot(
                at,
                Origin.SIMULATED,
                List.of(SimulatedFleet.ENVIRONMENT),
                roster,
                figures,
                standings,
                alerts,
                alertedRows,
                sources,
                List.of());
    }

    /// The one of before while all facts are the same instances.
    // Facts that are equal and not the same would only cost a new roster; comparing them would cost more.
    @SuppressWarnings("ReferenceEquality")
    private Roster roster(List<ModelRow> rows, double seconds) {
        var facts = new ArrayList<ModelFacts>(rows.size());
        var known = roster;
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

    private static void fill(Figures.Builder builder, int subject, Reading reading, @Nullable Measures measures) {
        for (var sli : SLIS) {
            var presence = measures == null ? Presence.NO_DATA : measures.presence(sli);
            if (measures == null || presence == Presence.NOT_MEASURED) {
                continue;
            }
            if (reading.stretch().silent()) {
                builder.missing(subject, sli, Presence.NO_DATA);
                continue;
            }
            switch (presence) {
                case MEASURED -> builder.measured(subject, sli, measures.value(sli));
                case OVER_RANGE -> builder.overRange(subject, sli, measures.value(sli));
                default -> builder.missing(subject, sli, presence);
            }
            builder.samples(subject, sli, measures.samples(sli));
            builder.ageSeconds(subject, sli, reading.ageSeconds());
        }
        if (measures != null && !reading.stretch().silent()) {
            for (var count : COUNTS) {
                builder.count(subject, count, measures.count(count));
            }
        }
    }

    /// Fills `into`, pages first and then oldest first, and returns the row of each.
    private int[] alerts(List<ModelRow> rows, double seconds, Reading[] readings, List<Alert> into) {
        record Fired(int row, Alert alert) {}
        var fired = new ArrayList<Fired>();
        for (int row = 0; row < rows.size(); row++) {
            var model = rows.get(row);
            for (var firing : model.firing(seconds, readings[row])) {
                fired.add(new Fired(
                        row,
                        SimulatedAlerts.alert(
                                firing.rule(), model, span.instant(firing.since()), FactsOfModel.SOURCE)));
            }
        }
        fired.sort(Comparator.comparing((Fired it) -> it.alert().severity())
                .thenComparing(it -> it.alert().startsAt()));
        fired.forEach(it -> into.add(it.alert()));
        return fired.stream().mapToInt(Fired::row).toArray();
    }

    private static SourceHealth source(Instant at) {
        return new SourceHealth(
                FactsOfModel.SOURCE,
                SimulatedFleet.ENVIRONMENT.name(),
                SourceKind.SIMULATOR,
                SourceHealth.State.LIVE,
                SimulatedFleet.INTERVAL,
                at,
                Duration.ZERO,
                null,
                List.of());
    }
}
