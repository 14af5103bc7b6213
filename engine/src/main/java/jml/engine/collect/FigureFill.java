package jml.engine.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Presence;
import jml.core.fleet.Roster;
import jml.core.fleet.identity.Sharing;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import jml.core.metric.Vector;
import jml.core.model.Arm;
import jml.engine.metric.MetricReading;
import jml.engine.metric.PlannedQuery;
import jml.engine.metric.PlannedQuery.Purpose;
import org.jspecify.annotations.Nullable;

/// Puts the vectors of all metric stores into one table of figures. The work grows with series, once a refresh.
final class FigureFill {
    private static final List<Sli> EXPECTED_OF_ALL = List.of(Sli.LATENCY_P95, Sli.SUCCESS, Sli.TRAFFIC);

    /// What may be told of a server that several models share.
    private static final Set<Sli> SHARED = EnumSet.of(Sli.UTILISATION, Sli.COST);

    private record OfServer(Sli sli, int[] rows, double value, long ageSeconds) {}

    private final Instant at;
    private final Subjects subjects;
    private final Roster roster;
    private final Figures.Builder figures;
    private final BitSet[] seen = new BitSet[Sli.values().length];
    private final BitSet[] measured = new BitSet[Sli.values().length];
    private final double[] traffic;
    private final double[] latency;
    private final List<OfServer> servers = new ArrayList<>();
    private final @Nullable MetricPreset[][] teller = new MetricPreset[Sli.values().length][];

    FigureFill(Instant at, Subjects subjects) {
        this.at = at;
        this.subjects = subjects;
        this.roster = subjects.shown();
        this.figures = new Figures.Builder(roster.subjects());
        this.traffic = new double[roster.subjects()];
        Arrays.fill(traffic, Double.NaN);
        this.latency = traffic.clone();
        for (int i = 0; i < seen.length; i++) {
            seen[i] = new BitSet(roster.subjects());
            measured[i] = new BitSet(roster.subjects());
            teller[i] = new MetricPreset[roster.subjects()];
        }
    }

    Figures.Builder builder() {
        return figures;
    }

    /// The first preset that has a value for a subject wins; a later one may still fill what it left out.
    void add(String environment, MetricReading reading) {
        long age = Math.max(0, Duration.between(reading.time(), at).toSeconds());
        for (var answered : reading.answers()) {
            var sli = answered.query().sli();
            if (sli == null) {
                continue;
            }
            var vector = answered.vector();
            for (int i = 0; i < vector.size(); i++) {
                int subject = subject(environment, answered, vector, i);
                if (subject >= 0) {
                    place(answered.query(), subject, sli, vector.values()[i], age);
                } else if (SHARED.contains(sli) && answered.query().purpose() == Purpose.VALUE) {
                    ofServer(environment, answered, i, age);
                }
            }
        }
    }

    private void ofServer(String environment, MetricReading.Answered answered, int i, long age) {
        double value = answered.vector().values()[i];
        var query = answered.query();
        if (Double.isFinite(value) && query.sli() != null) {
            var rows = subjects.sharing(
                    environment, query.preset(), answered.vector().labels().get(i));
            if (rows.length > 0) {
                servers.add(new OfServer(query.sli(), rows, value, age));
            }
        }
    }

    /// Gives models on a shared server their part of what was measured of the server, where nothing was measured
    /// of themselves. After all readings were added, because parts follow traffic, and after missing figures were
    /// marked, because a server proves no model alive.
    void share() {
        for (var server : servers) {
            var sli = server.sli();
            var shares = Sharing.shares(Arrays.stream(server.rows())
                    .mapToDouble(row -> traffic[row])
                    .toArray());
            for (int i = 0; i < shares.length; i++) {
                int row = server.rows()[i];
                if (!measured[sli.ordinal()].get(row)) {
                    double value = sli == Sli.COST ? server.value() * shares[i] : server.value();
                    figures.measured(row, sli, value).how(row, sli, Presence.SHARED);
                    figures.ageSeconds(row, sli, server.ageSeconds());
                    measured[sli.ordinal()].set(row);
                }
            }
        }
    }

    private int subject(String environment, MetricReading.Answered answered, Vector vector, int i) {
        var query = answered.query();
        return subjects.of(environment, query.preset(), vector.labels().get(i), query.byArm());
    }

    private void place(PlannedQuery query, int subject, Sli sli, double value, long age) {
        if (query.purpose() == Purpose.LARGEST) {
            // Both are the last bucket's lower edge, to the last digit, or neither is beyond it.
            if (value == latency[subject] && query.preset().equals(teller[sli.ordinal()][subject])) {
                figures.how(subject, sli, Presence.OVER_RANGE);
            }
            return;
        }
        if (query.purpose() == Purpose.SAMPLES) {
            // The count belongs to the value beside it: another runtime's of the same model says nothing about it.
            if (Double.isFinite(value) && query.preset().equals(teller[sli.ordinal()][subject])) {
                figures.samples(subject, sli, Math.round(value));
            }
            return;
        }
        seen[sli.ordinal()].set(subject);
        if (measured[sli.ordinal()].get(subject)) {
            return;
        }
        if (Double.isFinite(value)) {
            figures.measured(subject, sli, value);
            figures.ageSeconds(subject, sli, age);
            measured[sli.ordinal()].set(subject);
            teller[sli.ordinal()][subject] = query.preset();
            keep(sli, subject, value);
        } else {
            // 0/0 is a model nobody asked; an infinity is no measurement at all.
            figures.missing(subject, sli, Double.isNaN(value) ? Presence.NO_TRAFFIC : Presence.NO_DATA);
        }
    }

    private void keep(Sli sli, int subject, double value) {
        if (sli == Sli.TRAFFIC) {
            traffic[subject] = value;
        } else if (sli == Sli.LATENCY_P95) {
            latency[subject] = value;
        }
    }

    /// Tells a series that went away from one that never was: what was known in the snapshot before, or is known of
    /// every model, is missing now.
    void markMissing(FleetSnapshot previous, BitSet answeredRows) {
        for (int row = answeredRows.nextSetBit(0); row >= 0; row = answeredRows.nextSetBit(row + 1)) {
            int before = previous.roster().row(roster.models().get(row).key()).orElse(-1);
            boolean nothing = true;
            for (var sli : Sli.values()) {
                boolean here = seen[sli.ordinal()].get(row);
                nothing &= !here;
                if (!here && before >= 0 && previous.figures().presence(before, sli) != Presence.NOT_MEASURED) {
                    figures.missing(row, sli, Presence.NO_DATA);
                }
            }
            if (nothing) {
                for (var sli : EXPECTED_OF_ALL) {
                    figures.missing(row, sli, Presence.NO_DATA);
                }
            }
        }
    }

    /// Takes over what was known before, growing older, where no store of an environment has answered yet.
    void carry(FleetSnapshot previous, BitSet silentRows) {
        long aged = Math.max(0, Duration.between(previous.at(), at).toSeconds());
        for (int row = silentRows.nextSetBit(0); row >= 0; row = silentRows.nextSetBit(row + 1)) {
            int before = previous.roster().row(roster.models().get(row).key()).orElse(-1);
            if (before < 0) {
                continue;
            }
            for (var arm : Arm.values()) {
                int from = previous.roster().subject(before, arm);
                int to = roster.subject(row, arm);
                if (from >= 0 && to >= 0) {
                    copy(previous.figures(), from, to, aged);
                }
            }
        }
    }

    private void copy(Figures before, int from, int to, long aged) {
        for (var sli : Sli.values()) {
            figures.steps(to, sli, before.steps(sli)[from]);
            if (before.presence(from, sli).measured()) {
                figures.how(to, sli, before.presence(from, sli));
            }
            if (before.samples(from, sli) >= 0) {
                figures.samples(to, sli, before.samples(from, sli));
            }
            figures.ageSeconds(to, sli, before.ageSeconds(from, sli) + aged);
        }
    }
}
