package jml.store.frame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jml.core.alert.Alert;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.fleet.Roster;
import jml.core.fleet.Standing;
import jml.core.fleet.Unmatched;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import jml.core.model.Environment;
import jml.core.source.SourceHealth;
import jml.store.code.Nanos;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import jml.store.fact.Rosters;
import jml.store.fact.Slots;
import jml.store.fact.SourceFact;
import jml.store.fact.Verdict;
import org.jdbi.v3.core.Handle;

/// Makes the snapshot again from an instant's numbers and the facts they name. Safe on any thread.
public final class Assembly {
    private final Origin origin;
    private final Facts facts;
    private final Rosters rosters;
    private final Slots slots;

    public Assembly(Origin origin, Facts facts, Rosters rosters, Slots slots) {
        this.origin = origin;
        this.facts = facts;
        this.rosters = rosters;
        this.slots = slots;
    }

    public FleetSnapshot snapshot(Handle db, Numbers instant) {
        var head = instant.head();
        var modelFacts = instant.column(Column.FACTS);
        if (modelFacts == null) {
            throw new IllegalStateException("instant without facts");
        }
        var roster = rosters.roster(db, modelFacts);
        slots.remember(roster, facts.order(db, head.order()));
        return new FleetSnapshot(
                Nanos.instant(head.at()),
                origin,
                facts.list(db, FactKind.ENVIRONMENT, Environment.class, head.environments()),
                roster,
                figures(instant, roster),
                standings(db, instant, roster.size()),
                facts.list(db, FactKind.ALERT, Alert.class, head.alerts()),
                rows(head.alertRows()),
                sources(db, head),
                facts.list(db, FactKind.UNMATCHED, Unmatched.class, head.unmatched()));
    }

    private List<Standing> standings(Handle db, Numbers instant, int rows) {
        var verdicts = column(instant, Column.VERDICT, rows);
        var seconds = column(instant, Column.SINCE, rows);
        var nanos = column(instant, Column.SINCE_NANOS, rows);
        var known = facts.list(db, FactKind.VERDICT, Verdict.class, verdicts);
        var standings = new ArrayList<Standing>(rows);
        for (int row = 0; row < rows; row++) {
            standings.add(known.get(row).since(Instant.ofEpochSecond(seconds[row], nanos[row])));
        }
        return standings;
    }

    private List<SourceHealth> sources(Handle db, Head head) {
        var known = facts.list(db, FactKind.SOURCE, SourceHealth.class, head.sources());
        var sources = new ArrayList<SourceHealth>(known.size());
        for (int i = 0; i < known.size(); i++) {
            sources.add(
                    SourceFact.at(known.get(i), head.at(), head.answers()[i], head.latencies()[i], head.failures()[i]));
        }
        return sources;
    }

    private static Figures figures(Numbers instant, Roster roster) {
        int subjects = roster.subjects();
        var builder = new Figures.Builder(subjects);
        for (var sli : Sli.values()) {
            var presences = column(instant, Column.presence(sli), subjects);
            var values = column(instant, Column.value(sli), subjects);
            var samples = column(instant, Column.samples(sli), subjects);
            var ages = column(instant, Column.age(sli), subjects);
            for (int subject = 0; subject < subjects; subject++) {
                value(builder, subject, sli, presences[subject], values[subject]);
                builder.samples(subject, sli, samples[subject]).ageSeconds(subject, sli, ages[subject]);
            }
        }
        for (var count : Count.values()) {
            var counts = column(instant, Column.count(count), subjects);
            for (int subject = 0; subject < subjects; subject++) {
                builder.count(subject, count, counts[subject]);
            }
        }
        return builder.build();
    }

    private static void value(Figures.Builder builder, int subject, Sli sli, long presence, long steps) {
        if (!PresenceCode.measured(presence)) {
            builder.missing(subject, sli, PresenceCode.presence(presence));
            return;
        }
        builder.steps(subject, sli, (int) steps).how(subject, sli, PresenceCode.presence(presence));
    }

    private static int[] rows(long[] numbers) {
        var rows = new int[numbers.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) numbers[i];
        }
        return rows;
    }

    private static long[] column(Numbers instant, Column column, int size) {
        var numbers = instant.column(column);
        if (numbers == null) {
            numbers = new long[size];
            Arrays.fill(numbers, column.absent());
        }
        if (numbers.length != size) {
            throw new IllegalStateException(
                    "column " + column.name() + " has " + numbers.length + " numbers for " + size);
        }
        return numbers;
    }
}
