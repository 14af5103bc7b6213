package jml.views.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jml.core.alert.Alert;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Objectives;
import jml.core.fleet.Placement;
import jml.core.fleet.Standing;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// One model of a sample fleet, said in a few words; what is not said is ordinary.
public final class SampleModel {
    final String environment;
    final String name;
    String owner = "payments";
    String useCase = "Fraud";
    String version = "16";
    String canary = "";
    double weight = Double.NaN;
    ModelState state = ModelState.HEALTHY;
    Standing.Cause cause = Standing.Cause.ALL_WELL;

    @Nullable
    Sli decided;

    Arm decidedArm = Arm.ALL;
    Instant since = SampleFleet.NOON.minusSeconds(1260);
    String pausedBy = "";

    @Nullable
    Rollout rollout;

    long ageSeconds;
    double strain = 0.3;
    final List<String> findings = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final Map<Arm, Map<Sli, Double>> values = new EnumMap<>(Arm.class);
    final Map<Arm, Map<Sli, Long>> samples = new EnumMap<>(Arm.class);
    PodCounts pods = new PodCounts(16, 16, 16, 0, List.of());
    Workload.Resources resources = new Workload.Resources(32, 8L << 30, 4);

    SampleModel(String environment, String name) {
        this.environment = environment;
        this.name = name;
    }

    public SampleModel version(String serving) {
        version = serving;
        return this;
    }

    public SampleModel canary(String candidate, double share) {
        canary = candidate;
        weight = share;
        return this;
    }

    public SampleModel state(ModelState now, Standing.Cause why, @Nullable Sli sli, Arm arm) {
        state = now;
        cause = why;
        decided = sli;
        decidedArm = arm;
        return this;
    }

    /// In base units, as the source gives it.
    public SampleModel value(Arm arm, Sli sli, double value, long n) {
        values.computeIfAbsent(arm, _ -> new EnumMap<>(Sli.class)).put(sli, value);
        samples.computeIfAbsent(arm, _ -> new EnumMap<>(Sli.class)).put(sli, n);
        return this;
    }

    /// The usual figures, displayed units: milliseconds and percent.
    public SampleModel figures(double p95, double success, double fidelity, double drift, double traffic) {
        return value(Arm.ALL, Sli.LATENCY_P95, p95 / 1000, 42_000)
                .value(Arm.ALL, Sli.SUCCESS, success / 100, 42_000)
                .value(Arm.ALL, Sli.FIDELITY, fidelity / 100, 18_420)
                .value(Arm.ALL, Sli.DRIFT, drift, 5_000)
                .value(Arm.ALL, Sli.TRAFFIC, traffic, -1)
                .value(Arm.ALL, Sli.UTILISATION, 0.71, -1)
                .value(Arm.ALL, Sli.COST, 41, -1);
    }

    public SampleModel strain(double last) {
        strain = last;
        return this;
    }

    public SampleModel alert(Alert.Severity severity, String alert, String summary, long secondsAgo) {
        alerts.add(new Alert(
                environment + "/" + name + "/" + alert,
                "Alertmanager eu",
                alert,
                severity,
                SampleFleet.NOON.minusSeconds(secondsAgo),
                Map.of("model", name),
                Map.of("summary", summary),
                List.of(),
                List.of(),
                List.of()));
        return this;
    }

    public SampleModel rollout(Rollout now) {
        rollout = now;
        return this;
    }

    public SampleModel finding(String sentence) {
        findings.add(sentence);
        return this;
    }

    public SampleModel stale(long seconds) {
        ageSeconds = seconds;
        return state(ModelState.STALE, Standing.Cause.SOURCE_SILENT, null, Arm.ALL);
    }

    public ModelFacts facts() {
        var share = canary.isEmpty() ? 1 : 1 - weight;
        var placements = new ArrayList<Placement>();
        placements.add(placement(Workload.Role.STABLE, version, share));
        if (!canary.isEmpty()) {
            placements.add(placement(Workload.Role.CANARY, canary, weight));
        }
        return new ModelFacts(
                new ModelKey(environment, name),
                owner,
                useCase,
                name,
                "mlflow",
                Map.of("champion", version),
                version,
                canary,
                weight,
                placements,
                rollout,
                pods,
                resources,
                pausedBy,
                Objectives.defaults().of(new ModelKey(environment, name)),
                findings);
    }

    private Placement placement(Workload.Role role, String serving, double share) {
        return new Placement(
                environment + ":ml/" + name,
                Workload.Kind.ROLLOUT,
                role,
                serving,
                "sha256:4f2a" + serving,
                7,
                SampleFleet.NOON.minusSeconds(1400),
                share,
                role == Workload.Role.STABLE ? 12 : 4,
                role == Workload.Role.STABLE ? 12 : 4,
                0,
                1);
    }
}
