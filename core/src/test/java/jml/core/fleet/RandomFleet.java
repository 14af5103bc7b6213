package jml.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jml.core.alert.Alert;
import jml.core.metric.Count;
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

/// A fleet that never stands still, the same for the same seed: models come and go, releases begin and end, facts
/// change, figures go missing, names are hostile. Each call of [#next(Instant)] is one snapshot further.
public final class RandomFleet {
    public static final List<String> HOSTILE_NAMES = List.of(
            "it's \"quoted\"; DROP TABLE frame --",
            "two\nlines\tand\u0000nothing",
            "\u202Eright to left \u05D0\u05D1\u05D2",
            "\uD83D\uDE80 emoji \u0301 mark",
            "n".repeat(10_000));

    private static final Map<Sli, Double> TYPICAL =
            Map.of(Sli.LATENCY_P95, 0.12, Sli.SUCCESS, 0.998, Sli.FIDELITY, 0.97, Sli.DRIFT, 0.1, Sli.TRAFFIC, 80.0);

    private final Random random;
    private final Origin origin;
    private final List<ModelFacts> models = new ArrayList<>();
    private final Map<String, long[]> counts = new HashMap<>();
    private Roster roster = Roster.EMPTY;
    private int born;

    public RandomFleet(long seed, Origin origin, int models) {
        this.random = new Random(seed);
        this.origin = origin;
        for (int i = 0; i < models; i++) {
            this.models.add(newModel());
        }
        roster = new Roster(this.models);
    }

    public FleetSnapshot next(Instant at) {
        change();
        var figures = new Figures.Builder(roster.subjects());
        for (int subject = 0; subject < roster.subjects(); subject++) {
            measure(figures, subject);
        }
        var standings = new ArrayList<Standing>();
        for (int row = 0; row < roster.size(); row++) {
            standings.add(standing(at));
        }
        var alerts = alerts(at);
        return new FleetSnapshot(
                at,
                origin,
                List.of(new Environment("prod", Environment.Stage.PRODUCTION, true)),
                roster,
                figures.build(),
                standings,
                alerts,
                alerts.stream()
                        .mapToInt(it -> random.nextInt(roster.size() + 1) - 1)
                        .toArray(),
                List.of(health("prometheus", at), health("mlflow", at)),
                random.nextInt(3) == 0
                        ? List.of(new Unmatched(Unmatched.Kind.SERIES, "prod", "a/b", "no such model", "match: a"))
                        : List.of());
    }

    private void change() {
        boolean changed = false;
        if (random.nextInt(4) == 0) {
            models.add(random.nextInt(models.size() + 1), newModel());
            changed = true;
        }
        if (random.nextInt(4) == 0 && models.size() > 3) {
            models.remove(random.nextInt(models.size()));
            changed = true;
        }
        if (random.nextInt(2) == 0) {
            int row = random.nextInt(models.size());
            models.set(row, facts(models.get(row).key(), random.nextInt(50)));
            changed = true;
        }
        if (changed) {
            roster = new Roster(models);
        }
    }

    private ModelFacts newModel() {
        int number = born++;
        var name = number < HOSTILE_NAMES.size() ? HOSTILE_NAMES.get(number) : "model-" + number;
        return facts(new ModelKey(number % 3 == 0 ? "staging" : "prod", name), 1);
    }

    private ModelFacts facts(ModelKey key, int version) {
        boolean releasing = random.nextInt(3) == 0;
        return new ModelFacts(
                key,
                "team-" + random.nextInt(3),
                "fraud",
                key.name(),
                "mlflow",
                Map.of("champion", "" + version, "challenger", "" + (version + 1)),
                "" + version,
                releasing ? "" + (version + 1) : "",
                releasing ? 0.1 : Double.NaN,
                List.of(new Placement(
                        "east:ml/" + version,
                        Workload.Kind.ROLLOUT,
                        Workload.Role.STABLE,
                        "" + version,
                        "sha256:ab",
                        "5d9c7b" + version,
                        7,
                        null,
                        Double.NaN,
                        3,
                        2,
                        1,
                        1,
                        List.of(new Placement.Earlier("77f0", 6, "" + (version - 1), null)))),
                releasing ? rollout() : null,
                new PodCounts(3, 3, 2, 1, List.of(new PodCounts.Problem("OOMKilled", "out of memory", 1, "pod-x"))),
                new Workload.Resources(1.5, 1L << 33, 0),
                "",
                List.of(Objective.atMost(Sli.LATENCY_P95, 0.2, 100), Objective.atLeast(Sli.SUCCESS, 0.99, 0)),
                random.nextBoolean() ? List.of() : List.of("Alias champion points at v4, which was deleted."));
    }

    private Rollout rollout() {
        return new Rollout(
                Rollout.Phase.PAUSED,
                "canary pause",
                List.of(
                        new Rollout.Step(Rollout.Step.Kind.SET_WEIGHT, 0.1, null, ""),
                        new Rollout.Step(Rollout.Step.Kind.PAUSE, Double.NaN, Duration.ofMinutes(5), "")),
                1,
                0.1,
                Rollout.PauseReason.STEP,
                Instant.ofEpochSecond(1_700_000_000 + random.nextInt(1000), 123_456_789),
                false,
                true,
                List.of(new Rollout.Analysis("success-rate", "Running", "", 3, 0, 1)));
    }

    private void measure(Figures.Builder figures, int subject) {
        var facts = roster.models().get(roster.rowOf(subject));
        var soFar = counts.computeIfAbsent(subject + facts.key().name(), it -> new long[Count.values().length]);
        for (var sli : Sli.values()) {
            double typical = TYPICAL.getOrDefault(sli, 0.02);
            switch (random.nextInt(12)) {
                case 0 -> figures.missing(subject, sli, Presence.NO_DATA);
                case 1 -> figures.missing(subject, sli, Presence.NO_TRAFFIC);
                case 2 -> figures.overRange(subject, sli, typical * 10);
                case 5 -> figures.measured(subject, sli, typical).how(subject, sli, Presence.SHARED);
                case 3 -> figures.measured(subject, sli, random.nextBoolean() ? -1e12 : 1e12);
                case 4 -> {
                    // Not measured.
                }
                default ->
                    figures.measured(subject, sli, typical * (1 + random.nextGaussian() / 20))
                            .samples(subject, sli, random.nextInt(5000))
                            .ageSeconds(subject, sli, random.nextInt(60));
            }
        }
        for (var count : Count.values()) {
            if (random.nextInt(5) != 0) {
                soFar[count.ordinal()] += random.nextInt(100) == 0 ? 1L << 40 : random.nextInt(3000);
                figures.count(subject, count, soFar[count.ordinal()]);
            }
        }
    }

    private Standing standing(Instant at) {
        var state = ModelState.values()[random.nextInt(ModelState.values().length)];
        var cause = Standing.Cause.values()[random.nextInt(Standing.Cause.values().length)];
        var sli = random.nextBoolean() ? Sli.values()[random.nextInt(Sli.values().length)] : null;
        return new Standing(state, cause, sli, Arm.ALL, at.minusNanos(random.nextLong(1L << 45)));
    }

    private List<Alert> alerts(Instant at) {
        var alerts = new ArrayList<Alert>();
        for (int i = random.nextInt(3); i > 0; i--) {
            alerts.add(new Alert(
                    "f" + random.nextInt(5),
                    "alertmanager",
                    "FidelityBurn",
                    Alert.Severity.PAGE,
                    at.minusSeconds(random.nextInt(500)),
                    Map.of("model", HOSTILE_NAMES.getFirst()),
                    Map.of("summary", "burns"),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        return alerts;
    }

    private SourceHealth health(String name, Instant at) {
        boolean never = random.nextInt(5) == 0;
        boolean failing = random.nextInt(3) == 0;
        return new SourceHealth(
                name,
                "prod",
                SourceKind.METRICS,
                failing ? SourceHealth.State.STALE : SourceHealth.State.LIVE,
                Duration.ofSeconds(30),
                never ? null : at.minusMillis(random.nextInt(90_000)),
                never ? null : Duration.ofMillis(random.nextInt(900)),
                failing
                        ? new SourceHealth.Problem(
                                SourceException.Kind.UNREACHABLE,
                                "refused",
                                "POST /api",
                                at.minusSeconds(60),
                                random.nextInt(9))
                        : null,
                List.of());
    }
}
