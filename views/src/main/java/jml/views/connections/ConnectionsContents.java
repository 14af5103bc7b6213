package jml.views.connections;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Moment;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;
import jml.core.source.SourceSettings;
import jml.core.text.Words;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.table.FleetLine;

/// Makes what Connections shows. Pure; for a background thread.
final class ConnectionsContents {
    /// How far back errors are listed.
    static final Duration ERRORS = Duration.ofHours(6);

    private static final int LISTED = 8;

    private final Clock clock;

    ConnectionsContents(Clock clock) {
        this.clock = clock;
    }

    /// @param settings of the profile
    /// @param events of the last hours, oldest first
    ConnectionsContent of(Moment moment, List<SourceSettings> settings, List<FleetEvent> events, boolean past) {
        var snapshot = moment.snapshot();
        var rows = rows(snapshot, settings);
        return new ConnectionsContent(
                lines(rows), rows.size(), errors(snapshot, events), lacks(snapshot), snapshot.unmatched(), past);
    }

    private static List<SourceRow> rows(FleetSnapshot snapshot, List<SourceSettings> settings) {
        var health = new LinkedHashMap<String, SourceHealth>();
        snapshot.sources().forEach(it -> health.put(it.name(), it));
        var rows = new ArrayList<SourceRow>();
        for (var each : settings) {
            var known = health.remove(each.name());
            rows.add(new SourceRow(
                    each.name(),
                    each.environment(),
                    each,
                    known,
                    models(snapshot, each.environment(), each.product().kind()),
                    snapshot.at()));
        }
        health.values()
                .forEach(it -> rows.add(new SourceRow(
                        it.name(),
                        it.environment(),
                        null,
                        it,
                        models(snapshot, it.environment(), it.kind()),
                        snapshot.at())));
        return rows;
    }

    private static List<FleetLine<SourceRow>> lines(List<SourceRow> rows) {
        Map<String, List<SourceRow>> byEnvironment = new TreeMap<>();
        rows.forEach(row -> byEnvironment
                .computeIfAbsent(row.environment(), _ -> new ArrayList<>())
                .add(row));
        var lines = new ArrayList<FleetLine<SourceRow>>();
        byEnvironment.forEach((environment, own) -> {
            lines.add(new FleetLine.Group<>(
                    environment.isEmpty() ? "Every environment" : environment, Words.count(own.size(), "source")));
            own.sort(Comparator.comparing(SourceRow::name));
            own.forEach(row -> lines.add(new FleetLine.Row<>(row.name(), row, false)));
        });
        return lines;
    }

    /// Models of the environment that such a source tells something of.
    private static int models(FleetSnapshot snapshot, String environment, SourceKind kind) {
        var models = 0;
        for (var row = 0; row < snapshot.size(); row++) {
            var facts = snapshot.model(row);
            if (!environment.isEmpty() && !facts.key().environment().equals(environment)) {
                continue;
            }
            var told =
                    switch (kind) {
                        case METRICS, SIMULATOR -> true;
                        case REGISTRY -> !facts.registryName().isEmpty();
                        case CLUSTER -> !facts.placements().isEmpty();
                        case ALERTS -> !snapshot.alertsOf(row).isEmpty();
                    };
            models += told ? 1 : 0;
        }
        return models;
    }

    private List<ConnectionsContent.Failure> errors(FleetSnapshot snapshot, List<FleetEvent> events) {
        var zone = clock.getZone();
        var errors = new ArrayList<ConnectionsContent.Failure>();
        for (var source : snapshot.sources()) {
            var problem = source.problem();
            if (problem != null) {
                errors.add(new ConnectionsContent.Failure(
                        Words.time(problem.since(), snapshot.at(), zone),
                        source.name(),
                        Words.oneLine(problem.message(), 160),
                        problem.times(),
                        problem.request()));
            }
        }
        events.reversed().stream()
                .filter(it -> it.kind() == FleetEvent.Kind.SOURCE)
                .limit(LISTED)
                .forEach(it -> errors.add(new ConnectionsContent.Failure(
                        Words.time(it.at(), snapshot.at(), zone), it.source(), Words.oneLine(it.text(), 160), 1, "")));
        return List.copyOf(errors.subList(0, Math.min(LISTED, errors.size())));
    }

    private static List<ConnectionsContent.Lack> lacks(FleetSnapshot snapshot) {
        var lacks = new ArrayList<ConnectionsContent.Lack>();
        for (var source : snapshot.sources()) {
            if (source.state() != SourceHealth.State.LIVE) {
                lacks.add(new ConnectionsContent.Lack(ScreenId.ON_CALL.title(), lack(source.kind()), source.name()));
            }
        }
        return lacks;
    }

    private static String lack(SourceKind kind) {
        return switch (kind) {
            case METRICS -> "figures and sparklines stand still";
            case ALERTS -> "new alerts may be missing";
            case REGISTRY -> "names, owners and aliases are as last known";
            case CLUSTER -> "rollouts, replicas and restarts are as last known";
            case SIMULATOR -> "the simulated fleet stands still";
        };
    }
}
