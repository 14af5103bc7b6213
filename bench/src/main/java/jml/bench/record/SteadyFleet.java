package jml.bench.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jml.core.alert.Alert;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Origin;
import jml.core.fleet.Placement;
import jml.core.fleet.Roster;
import jml.core.fleet.Standing;
import jml.core.metric.Count;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Workload;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;

/// A large fleet as servers would show it, for measuring: every indicator of every model is measured, requests arrive
/// at random, windows are sums of what arrived, one model in fifty has a release under way, and at each instant a few
/// models' facts change. The same for the same seed.
final class SteadyFleet {
    private static final int WINDOW = 10;

    private final Random random;
    private final Random noise;
    private final int changing;
    private final List<ModelFacts> models = new ArrayList<>();
    private final double[] rate;
    private final double[] latency;
    private final double[] slow;
    private final int[][] arrived;
    private final int[][] failed;
    private final long[][] counts;
    private final Standing[] standings;
    private Roster roster;
    private int ticks;

    SteadyFleet(long seed, int size, int changing, Instant start) {
        this.random = new Random(seed);
        this.noise = new Random(seed + 1);
        this.changing = changing;
        this.standings = new Standing[size];
        for (int i = 0; i < size; i++) {
            models.add(facts(new ModelKey("prod", "model-%05d".formatted(i)), 7, i % 50 == 0));
            standings[i] = new Standing(
                    ModelState.HEALTHY,
                    Standing.Cause.ALL_WELL,
                    null,
                    Arm.ALL,
                    start.minusSeconds(random.nextInt(86_400)));
        }
        roster = new Roster(models);
        int subjects = roster.subjects();
        rate = new double[subjects];
        latency = new double[subjects];
        slow = new double[subjects];
        for (int i = 0; i < subjects; i++) {
            rate[i] = Math.exp(random.nextDouble() * 5);
            latency[i] = 0.02 + random.nextDouble() * 0.5;
        }
        arrived = new int[subjects][WINDOW];
        failed = new int[subjects][WINDOW];
        counts = new long[subjects][Count.values().length];
    }

    FleetSnapshot next(Instant at) {
        for (int i = 0; i < changing; i++) {
            int row = random.nextInt(models.size());
            var before = models.get(row);
            models.set(row, facts(before.key(), 8 + random.nextInt(40), before.releasing()));
            standings[row] = new Standing(
                    random.nextBoolean() ? ModelState.BREACHING : ModelState.HEALTHY,
                    Standing.Cause.OBJECTIVE_MISSED,
                    Sli.LATENCY_P95,
                    Arm.ALL,
                    at);
        }
        if (changing > 0) {
            roster = new Roster(models);
        }
        var figures = new Figures.Builder(roster.subjects());
        double day = 1 + 0.4 * Math.sin(ticks * 2 * Math.PI / 2880);
        for (int subject = 0; subject < roster.subjects(); subject++) {
            measure(figures, subject, day);
        }
        ticks++;
        return new FleetSnapshot(
                at,
                Origin.LIVE,
                List.of(new Environment("prod", Environment.Stage.PRODUCTION, true)),
                roster,
                figures.build(),
                List.of(standings),
                List.of(alert(at)),
                new int[] {3},
                List.of(health("prometheus", at), health("alertmanager", at), health("mlflow", at), health("east", at)),
                List.of());
    }

    private void measure(Figures.Builder figures, int subject, double day) {
        int came = poisson(rate[subject] * 30 * day);
        int bad = poisson(came * 0.001);
        arrived[subject][ticks % WINDOW] = came;
        failed[subject][ticks % WINDOW] = bad;
        int inWindow = sum(arrived[subject]);
        latency[subject] *= 1 + noise.nextGaussian() * 0.01;
        slow[subject] = slow[subject] * 0.98 + noise.nextGaussian() * 0.02;
        double ratio = inWindow == 0 ? 1 : 1 - sum(failed[subject]) / (double) inWindow;
        figures.measured(subject, Sli.LATENCY_P95, latency[subject] * (1 + noise.nextGaussian() * 0.02))
                .measured(subject, Sli.SUCCESS, ratio)
                .measured(subject, Sli.FIDELITY, 0.96 + slow[subject] / 50)
                .measured(subject, Sli.DRIFT, 0.12 + slow[subject] / 5)
                .measured(subject, Sli.MISSING_FEATURES, 0.003 + Math.abs(slow[subject]) / 100)
                .measured(subject, Sli.KPI_DELTA, slow[subject] / 20)
                .measured(subject, Sli.UTILISATION, 0.5 * day + noise.nextGaussian() * 0.02)
                .measured(subject, Sli.COLD_STARTS, 0.01 + Math.abs(slow[subject]) / 50)
                .measured(subject, Sli.TRAFFIC, inWindow / 300.0)
                .measured(subject, Sli.TIMEOUTS, sum(failed[subject]) / 3.0 / Math.max(1, inWindow))
                .measured(subject, Sli.RETRIES, 0.02 + noise.nextGaussian() * 0.002)
                .measured(subject, Sli.COST, Math.rint(rate[subject] / 10) * 0.53);
        for (var sli : List.of(Sli.LATENCY_P95, Sli.SUCCESS, Sli.TIMEOUTS, Sli.RETRIES)) {
            figures.samples(subject, sli, inWindow).ageSeconds(subject, sli, 15);
        }
        figures.samples(subject, Sli.FIDELITY, inWindow / 50).samples(subject, Sli.MISSING_FEATURES, inWindow * 12L);
        count(figures, subject, came, bad);
    }

    private void count(Figures.Builder figures, int subject, int came, int bad) {
        int slower = poisson(came * 0.05);
        int compared = came / 100;
        long[] more = {
            came,
            bad,
            slower,
            compared,
            compared - poisson(compared * 0.04),
            came * 12L,
            poisson(came * 0.03),
            poisson(0.02),
            Math.round(rate[subject] * 53)
        };
        for (var count : Count.values()) {
            counts[subject][count.ordinal()] += Math.max(0, more[count.ordinal()]);
            figures.count(subject, count, counts[subject][count.ordinal()]);
        }
    }

    private int poisson(double mean) {
        if (mean > 30) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * noise.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int events = -1;
        for (double product = 1; product > limit; product *= noise.nextDouble()) {
            events++;
        }
        return Math.max(0, events);
    }

    private static int sum(int[] window) {
        int sum = 0;
        for (int part : window) {
            sum += part;
        }
        return sum;
    }

    private static ModelFacts facts(ModelKey key, int version, boolean releasing) {
        var placement = new Placement(
                "east:ml-serving/" + key.name() + "-predictor",
                Workload.Kind.ROLLOUT,
                Workload.Role.STABLE,
                "" + version,
                "sha256:%064x".formatted(key.hashCode() * 31L + version),
                version,
                null,
                1.0,
                3,
                3,
                0,
                1);
        return new ModelFacts(
                key,
                "team-payments",
                "fraud",
                key.name(),
                "mlflow",
                Map.of("champion", "" + version, "challenger", "" + (version + 1)),
                "" + version,
                releasing ? "" + (version + 1) : "",
                releasing ? 0.1 : Double.NaN,
                List.of(placement),
                null,
                new PodCounts(3, 3, 3, 0, List.of()),
                new Workload.Resources(1.5, 1L << 33, 0),
                "",
                List.of(Objective.atMost(Sli.LATENCY_P95, 0.5, 100), Objective.atLeast(Sli.SUCCESS, 0.995, 100)),
                List.of());
    }

    private static Alert alert(Instant at) {
        return new Alert(
                "f1",
                "alertmanager",
                "FidelityBurn",
                Alert.Severity.PAGE,
                at.minusSeconds(at.getEpochSecond() % 7200),
                Map.of("model", "model-00003"),
                Map.of("summary", "burns"),
                List.of(),
                List.of(),
                List.of());
    }

    private static SourceHealth health(String name, Instant at) {
        return new SourceHealth(
                name,
                "prod",
                SourceKind.METRICS,
                SourceHealth.State.LIVE,
                Duration.ofSeconds(30),
                at.minusMillis(1500 + at.getEpochSecond() % 97),
                Duration.ofMillis(20 + at.getEpochSecond() % 61),
                null,
                List.of());
    }
}
