package jml.gameday;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jml.core.alert.Alert;
import jml.core.alert.Silence;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.fleet.Presence;
import jml.core.fleet.Roster;
import jml.core.fleet.Standing;
import jml.core.fleet.StandingRules;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;
import jml.gameday.traffic.Measures;
import jml.gameday.traffic.Reading;

/// What is gathered for one snapshot, row by row, and judged by the console's own rules. Not thread-safe; use once.
final class Sheet {
    private static final Arm[] ARMS = Arm.values();
    private static final Sli[] SLIS = Sli.values();
    private static final Count[] COUNTS = Count.values();

    private record Fired(int row, Alert alert) {}

    private final Roster roster;
    private final Instant at;
    private final Figures.Builder builder;
    private final List<Silence> silences;
    private final List<SourceHealth> sources;
    private final List<Fired> fired = new ArrayList<>();

    /// @param silences those in force
    Sheet(Roster roster, Instant at, List<Silence> silences) {
        this.silences = silences;
        this.roster = roster;
        this.at = at;
        this.builder = new Figures.Builder(roster.subjects());
        this.sources = List.of(new SourceHealth(
                FactsOfModel.SOURCE,
                SimulatedFleet.ENVIRONMENT.name(),
                SourceKind.SIMULATOR,
                SourceHealth.State.LIVE,
                SimulatedFleet.INTERVAL,
                at,
                Duration.ZERO,
                null,
                List.of()));
    }

    void add(int row, ModelRow model, Reading reading, List<ModelRow.Firing> firing) {
        for (var arm : ARMS) {
            int subject = roster.subject(row, arm);
            var measures = subject < 0 ? null : reading.of(arm);
            if (measures != null) {
                fill(subject, reading, measures);
            }
        }
        for (var fires : firing) {
            var since = model.instant(fires.since());
            fired.add(new Fired(row, SimulatedAlerts.alert(fires.rule(), model.model(), since, silences)));
        }
    }

    private void fill(int subject, Reading reading, Measures measures) {
        boolean silent = reading.stretch().silent();
        for (var sli : SLIS) {
            switch (measures.presence(sli)) {
                case NOT_MEASURED -> {
                    continue;
                }
                case MEASURED, OVER_RANGE, SHARED ->
                    builder.measured(subject, sli, measures.value(sli)).how(subject, sli, measures.presence(sli));
                case NO_TRAFFIC, NO_DATA -> builder.missing(subject, sli, measures.presence(sli));
            }
            if (silent) {
                builder.missing(subject, sli, Presence.NO_DATA);
            } else {
                builder.samples(subject, sli, measures.samples(sli));
                builder.ageSeconds(subject, sli, reading.ageSeconds());
            }
        }
        for (var count : COUNTS) {
            if (!silent) {
                builder.count(subject, count, measures.count(count));
            }
        }
    }

    /// Each since its own instant: nothing is known of before.
    List<Standing> standings() {
        return StandingRules.stand(
                at, roster, builder.build(), alerts(), rows(), sources, FleetSnapshot.empty(at, Origin.SIMULATED));
    }

    /// @param standings one a row
    FleetSnapshot snapshot(List<Standing> standings) {
        return new FleetSnapshot(
                at,
                Origin.SIMULATED,
                List.of(SimulatedFleet.ENVIRONMENT),
                roster,
                builder.build(),
                standings,
                alerts(),
                rows(),
                sources,
                List.of());
    }

    /// Pages first, then the oldest first.
    private List<Alert> alerts() {
        fired.sort(Comparator.comparing((Fired it) -> it.alert().severity())
                .thenComparing(it -> it.alert().startsAt()));
        return fired.stream().map(Fired::alert).toList();
    }

    private int[] rows() {
        return fired.stream().mapToInt(Fired::row).toArray();
    }
}
