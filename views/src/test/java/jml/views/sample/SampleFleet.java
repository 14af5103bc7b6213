package jml.views.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jml.core.alert.Alert;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelState;
import jml.core.fleet.Moment;
import jml.core.fleet.Origin;
import jml.core.fleet.Presence;
import jml.core.fleet.Recent;
import jml.core.fleet.Roster;
import jml.core.fleet.Standing;
import jml.core.fleet.Unmatched;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.Environment;
import jml.core.source.SourceException;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;
import org.jspecify.annotations.Nullable;

/// A fleet for tests and pictures, put together by hand; deterministic.
public final class SampleFleet {
    public static final Instant NOON = Instant.parse("2026-11-11T14:32:06Z");
    public static final String PROD = "prod-eu";

    private final Instant at;
    private Origin origin = Origin.LIVE;
    private final List<Environment> environments = new ArrayList<>();
    private final List<SampleModel> models = new ArrayList<>();
    private final List<SourceHealth> sources = new ArrayList<>();
    private final List<Unmatched> unmatched = new ArrayList<>();

    public SampleFleet(Instant at) {
        this.at = at;
    }

    public static SampleFleet production() {
        return new SampleFleet(NOON).environment(PROD, Environment.Stage.PRODUCTION);
    }

    public SampleFleet origin(Origin from) {
        origin = from;
        return this;
    }

    public SampleFleet environment(String name, Environment.Stage stage) {
        environments.add(new Environment(name, stage, false));
        return this;
    }

    public SampleModel model(String name) {
        return model(environments.getFirst().name(), name);
    }

    public SampleModel model(String environment, String name) {
        var model = new SampleModel(environment, name);
        models.add(model);
        return model;
    }

    public SampleFleet live(String name, SourceKind kind, long secondsAgo) {
        sources.add(new SourceHealth(
                name,
                environments.getFirst().name(),
                kind,
                SourceHealth.State.LIVE,
                Duration.ofSeconds(15),
                at.minusSeconds(secondsAgo),
                Duration.ofMillis(88),
                null,
                List.of()));
        return this;
    }

    public SampleFleet silent(
            String name, SourceKind kind, @Nullable Duration age, SourceException.Kind why, String message) {
        sources.add(new SourceHealth(
                name,
                environments.getFirst().name(),
                kind,
                age == null ? SourceHealth.State.DEAD : SourceHealth.State.STALE,
                Duration.ofSeconds(15),
                age == null ? null : at.minus(age),
                age == null ? null : Duration.ofMillis(6200),
                new SourceHealth.Problem(why, message, "GET /api/v2/alerts", at.minusSeconds(240), 8),
                List.of()));
        return this;
    }

    public SampleFleet source(SourceHealth health) {
        sources.add(health);
        return this;
    }

    public SampleFleet unmatched(String what, String reason, String rule) {
        unmatched.add(
                new Unmatched(Unmatched.Kind.WORKLOAD, environments.getFirst().name(), what, reason, rule));
        return this;
    }

    public FleetSnapshot snapshot() {
        var roster = new Roster(models.stream().map(SampleModel::facts).toList());
        var figures = new Figures.Builder(roster.subjects());
        var alerts = new ArrayList<Alert>();
        models.forEach(model -> alerts.addAll(model.alerts));
        alerts.sort(Alert.MOST_URGENT_FIRST);
        for (var row = 0; row < models.size(); row++) {
            fill(figures, roster, row, models.get(row));
        }
        var rows = alerts.stream()
                .mapToInt(alert -> IntStream.range(0, models.size())
                        .filter(row -> models.get(row).alerts.contains(alert))
                        .findFirst()
                        .orElse(-1))
                .toArray();
        return new FleetSnapshot(
                at,
                origin,
                environments,
                roster,
                figures.build(),
                models.stream()
                        .map(m -> new Standing(m.state, m.cause, m.decided, m.decidedArm, m.since))
                        .toList(),
                alerts,
                rows,
                sources,
                unmatched);
    }

    /// Sparklines that were calm and then went to each model's strain; a model without figures has a gap at the end.
    public Recent recent() {
        var points = new byte[Recent.LENGTH][models.size()];
        for (var row = 0; row < models.size(); row++) {
            var model = models.get(row);
            var walk = new Random(row * 77L + 5);
            for (var point = 0; point < Recent.LENGTH; point++) {
                var x = point / (double) (Recent.LENGTH - 1);
                var rise = model.strain > 1 ? Math.clamp((x - 0.65) * 7, 0, 1) * (model.strain - 0.4) : 0;
                var calm = Math.min(model.strain, 0.4) + (walk.nextDouble() - 0.5) * 0.1;
                var gap = (model.state == ModelState.NO_DATA && x > 0.8)
                        || (model.state == ModelState.STALE && x > 0.9)
                        || model.state == ModelState.TOO_LITTLE_DATA;
                points[point][row] = gap ? Recent.GAP : Recent.encode(calm + rise);
            }
        }
        return new Recent(at, points);
    }

    public Moment moment() {
        return new Moment(snapshot(), recent(), true);
    }

    public List<SampleModel> models() {
        return models.stream().sorted(Comparator.comparing(m -> m.name)).toList();
    }

    private static void fill(Figures.Builder figures, Roster roster, int row, SampleModel model) {
        model.values.forEach((arm, values) -> {
            var subject = roster.subject(row, arm);
            if (subject >= 0) {
                values.forEach((sli, value) -> {
                    figures.measured(subject, sli, value);
                    var samples = model.samples.get(arm);
                    figures.samples(subject, sli, samples == null ? -1 : samples.getOrDefault(sli, -1L));
                    figures.ageSeconds(subject, sli, model.ageSeconds);
                });
            }
        });
        if (model.state == ModelState.NO_DATA) {
            for (var sli : Sli.values()) {
                figures.missing(roster.subject(row, Arm.ALL), sli, Presence.NO_DATA);
            }
        }
    }
}
