package jml.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import jml.core.alert.Alert;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.source.SourceException;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;

/// One model in one environment at one instant, healthy until told otherwise. Mutable; [#snapshot()] freezes it.
final class Scene {
    static final Instant AT = Instant.parse("2026-11-24T14:32:00Z");
    static final String PROD = "prod";

    Instant at = AT;
    String name = "fraud-scorer";
    String registry = "fraud-scorer";
    Map<String, String> aliases = Map.of();
    String version = "16";
    String candidate = "";
    double weight = Double.NaN;
    Rollout rollout;
    PodCounts pods = new PodCounts(4, 4, 4, 0, List.of());
    Workload.Kind kind = Workload.Kind.ROLLOUT;
    long revision = 5;
    int hosted = 1;
    List<Placement.Earlier> earlier = List.of();
    Instant since;
    String pausedBy = "";
    List<Objective> objectives = List.of(
            Objective.atMost(Sli.LATENCY_P95, 0.2, 20),
            Objective.atLeast(Sli.SUCCESS, 0.999, 1000),
            Objective.atLeast(Sli.FIDELITY, 0.97, 331));
    List<String> findings = List.of();
    final List<Alert> alerts = new ArrayList<>();
    final List<SourceHealth> sources = new ArrayList<>(List.of(live("prometheus-eu")));
    private final List<BiConsumer<Figures.Builder, Roster>> figures = new ArrayList<>();

    Scene() {
        measured(Sli.LATENCY_P95, 0.084, 9000)
                .measured(Sli.SUCCESS, 0.9997, 9000)
                .measured(Sli.FIDELITY, 0.984, 18_420);
    }

    /// A scene in which nothing is measured.
    static Scene blank() {
        var scene = new Scene();
        scene.figures.clear();
        return scene;
    }

    Scene releasing(String version, double share) {
        candidate = version;
        weight = share;
        rollout = rollout(Rollout.Phase.PROGRESSING, null, false);
        return this;
    }

    static Rollout rollout(Rollout.Phase phase, Rollout.PauseReason pause, boolean aborted) {
        var step = new Rollout.Step(Rollout.Step.Kind.SET_WEIGHT, 0.25, null, "");
        return new Rollout(
                phase, "", List.of(step, step, step, step), 2, Double.NaN, pause, null, aborted, true, List.of());
    }

    Scene measured(Sli sli, double value, long samples) {
        return measured(Arm.ALL, sli, value, samples);
    }

    Scene measured(Arm arm, Sli sli, double value, long samples) {
        figures.add((builder, roster) ->
                builder.measured(roster.subject(0, arm), sli, value).samples(roster.subject(0, arm), sli, samples));
        return this;
    }

    Scene overRange(Sli sli, double bound, long samples) {
        figures.add((builder, _) -> builder.overRange(0, sli, bound).samples(0, sli, samples));
        return this;
    }

    Scene missing(Sli sli, Presence why) {
        return missing(Arm.ALL, sli, why);
    }

    Scene missing(Arm arm, Sli sli, Presence why) {
        figures.add((builder, roster) -> builder.missing(roster.subject(0, arm), sli, why));
        return this;
    }

    Scene allMissing(Presence why) {
        for (var sli : List.of(Sli.LATENCY_P95, Sli.SUCCESS, Sli.FIDELITY)) {
            missing(sli, why);
        }
        return this;
    }

    Scene aged(Duration age, Sli... slis) {
        figures.add((builder, _) -> {
            for (var sli : slis) {
                builder.ageSeconds(0, sli, age.toSeconds());
            }
        });
        return this;
    }

    Scene allAged(Duration age) {
        return aged(age, Sli.LATENCY_P95, Sli.SUCCESS, Sli.FIDELITY);
    }

    Scene alert(Alert.Severity severity, String alertName, String summary, Instant startsAt) {
        alerts.add(alertOf(severity, alertName, summary, startsAt, List.of()));
        return this;
    }

    static Alert alertOf(
            Alert.Severity severity, String name, String summary, Instant startsAt, List<String> silencedBy) {
        return new Alert(
                "f-" + name,
                "alertmanager",
                name,
                severity,
                startsAt,
                Map.of(),
                summary.isEmpty() ? Map.of() : Map.of("summary", summary),
                silencedBy,
                List.of(),
                List.of());
    }

    Scene problem(int ready, String reason, int unwell) {
        var problem = new PodCounts.Problem(reason, "", unwell, "pod-1");
        pods = new PodCounts(4, 4, ready, 0, List.of(problem));
        return this;
    }

    static SourceHealth live(String name) {
        return source(name, SourceHealth.State.LIVE, AT.minusSeconds(6));
    }

    static SourceHealth source(String name, SourceHealth.State state, Instant lastAnswer) {
        var problem = state == SourceHealth.State.LIVE
                ? null
                : new SourceHealth.Problem(
                        SourceException.Kind.UNREACHABLE, "connection refused", "GET /query", AT.minusSeconds(300), 4);
        return new SourceHealth(
                name, PROD, SourceKind.METRICS, state, Duration.ofSeconds(30), lastAnswer, null, problem, List.of());
    }

    Scene source(SourceHealth only) {
        sources.clear();
        sources.add(only);
        return this;
    }

    ModelFacts facts() {
        return new ModelFacts(
                new ModelKey(PROD, name),
                "risk",
                "fraud",
                registry,
                registry.isEmpty() ? "" : "mlflow",
                aliases,
                version,
                candidate,
                weight,
                placements(),
                rollout,
                pods,
                Workload.Resources.NONE,
                pausedBy,
                objectives,
                findings);
    }

    private List<Placement> placements() {
        var placements = new ArrayList<Placement>();
        placements.add(placement(Workload.Role.STABLE, version, candidate.isEmpty() ? revision : revision - 1));
        if (!candidate.isEmpty()) {
            placements.add(placement(Workload.Role.CANARY, candidate, revision));
        }
        return placements;
    }

    private Placement placement(Workload.Role role, String serves, long number) {
        var where = kind == Workload.Kind.OTHER ? "model=\"fraud\"" : "eu:ml/fraud-scorer";
        return new Placement(
                where, kind, role, serves, "", "hash-" + number, number, since, 1, 4, 4, 0, hosted, earlier(role));
    }

    private List<Placement.Earlier> earlier(Workload.Role role) {
        return role == Workload.Role.STABLE ? earlier : List.of();
    }

    FleetSnapshot snapshot() {
        return snapshot(FleetSnapshot.empty(at.minusSeconds(30), Origin.LIVE));
    }

    FleetSnapshot snapshot(FleetSnapshot previous) {
        var roster = new Roster(List.of(facts()));
        var builder = new Figures.Builder(roster.subjects());
        figures.forEach(it -> it.accept(builder, roster));
        var built = builder.build();
        var rows = new int[alerts.size()];
        var standings = StandingRules.stand(at, roster, built, alerts, rows, sources, previous);
        return new FleetSnapshot(
                at,
                Origin.LIVE,
                List.of(new Environment(PROD, Environment.Stage.PRODUCTION, false)),
                roster,
                built,
                standings,
                alerts,
                rows,
                sources,
                List.of());
    }
}
