package jml.views.sample;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import jml.core.alert.Alert;
import jml.core.fleet.ModelState;
import jml.core.fleet.Origin;
import jml.core.fleet.Standing;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.Environment;
import jml.core.release.Rollout;
import jml.core.source.SourceException;
import jml.core.source.SourceKind;

/// The fleets of the drawings: the same models and numbers as the visual target, so that pictures compare.
public final class SampleFleets {
    private static final String[] CALM = {
        "account-takeover", "address-matcher", "autoscale-forecast", "card-testing-guard", "cart-upsell",
        "chargeback-risk", "credit-line-review", "edge-anomaly", "edge-wake-word", "email-send-time",
        "query-rewrite", "recs-similar-items", "review-toxicity", "search-ranking", "triage-emergency",
        "triage-radiology", "warm-pool-sizing"
    };
    private static final String[] KINDS = {"recs", "fraud", "search", "triage", "edge", "moderation", "credit"};
    private static final String[] REGIONS = {"de", "fr", "it", "es", "nl", "pl", "se"};

    private SampleFleets() {}

    /// Eight models, of which six need attention.
    public static SampleFleet eight() {
        var fleet = SampleFleet.production();
        sources(fleet);
        troubled(fleet);
        quiet(fleet);
        return fleet;
    }

    /// The eight and sixteen healthy ones.
    public static SampleFleet twentyFour() {
        var fleet = eight();
        for (var i = 0; i < CALM.length - 1; i++) {
            calm(fleet.model(CALM[i]), i);
        }
        return fleet.unmatched(
                        "ml-serving/scorer-b", "No model is named scorer-b.", "match: {workload: scorer-b, model: …}")
                .unmatched(
                        "shelf/vision-edge",
                        "Two models claim it.",
                        "match: {workload: vision-edge, model: edge-shelf-vision}");
    }

    /// Five thousand, of which 85 need attention.
    public static SampleFleet thousands(int models) {
        var fleet = SampleFleet.production();
        sources(fleet);
        fraudScorer(fleet);
        var random = new Random(4);
        for (var i = 1; i < models; i++) {
            var name = KINDS[i % KINDS.length] + "-" + REGIONS[i % 5] + "-" + (10 + i);
            var model = fleet.model(name).version(String.valueOf(3 + random.nextInt(60)));
            model.figures(
                    30 + random.nextInt(150),
                    99.9 + random.nextDouble() * 0.1,
                    97 + random.nextDouble() * 2,
                    0.05,
                    i % 800);
            if (i < 12) {
                model.value(Arm.ALL, Sli.FIDELITY, 0.86 + i * 0.004, 18_000)
                        .strain(2.9 - i * 0.07)
                        .state(ModelState.BREACHING, Standing.Cause.OBJECTIVE_MISSED, Sli.FIDELITY, Arm.ALL);
            } else if (i < 85) {
                model.value(Arm.ALL, Sli.LATENCY_P95, 0.21 + i * 0.001, 18_000)
                        .strain(1.9 - i * 0.01)
                        .state(ModelState.ATTENTION, Standing.Cause.TICKET_FIRING, Sli.LATENCY_P95, Arm.ALL);
            } else if (i < 230) {
                model.value(Arm.ALL, Sli.FIDELITY, 0.98, 84)
                        .state(ModelState.TOO_LITTLE_DATA, Standing.Cause.FEW_EVENTS, Sli.FIDELITY, Arm.ALL);
            } else {
                model.strain(0.2 + (i % 5) * 0.1);
            }
        }
        return fleet;
    }

    /// What a first start shows.
    public static SampleFleet simulated() {
        var fleet = new SampleFleet(SampleFleet.NOON)
                .origin(Origin.SIMULATED)
                .environment("game day", Environment.Stage.SIMULATED)
                .live("Simulator", SourceKind.SIMULATOR, 2);
        for (var i = 0; i < CALM.length; i++) {
            calm(fleet.model(CALM[i]), i);
        }
        fleet.model("price-elasticity")
                .version("10")
                .figures(35, 99.99, 97.1, 0.22, 61)
                .strain(1.1)
                .state(ModelState.ATTENTION, Standing.Cause.TICKET_FIRING, Sli.DRIFT, Arm.ALL);
        return fleet;
    }

    private static void sources(SampleFleet fleet) {
        fleet.live("Prometheus eu", SourceKind.METRICS, 6)
                .live("Kubernetes", SourceKind.CLUSTER, 2)
                .live("MLflow", SourceKind.REGISTRY, 14)
                .silent(
                        "Alertmanager eu",
                        SourceKind.ALERTS,
                        Duration.ofMinutes(4),
                        SourceException.Kind.UNREACHABLE,
                        "read timed out after 5 s");
    }

    private static void fraudScorer(SampleFleet fleet) {
        fleet.model("fraud-scorer")
                .version("16")
                .canary("17", 0.25)
                .figures(84, 99.97, 96.4, 0.11, 420)
                .value(Arm.BASELINE, Sli.FIDELITY, 0.984, 55_260)
                .value(Arm.CANARY, Sli.FIDELITY, 0.907, 18_420)
                .value(Arm.BASELINE, Sli.LATENCY_P95, 0.061, 55_260)
                .value(Arm.CANARY, Sli.LATENCY_P95, 0.084, 18_420)
                .value(Arm.BASELINE, Sli.SUCCESS, 0.9997, 55_260)
                .value(Arm.CANARY, Sli.SUCCESS, 0.9998, 18_420)
                .strain(1.86)
                .state(ModelState.BREACHING, Standing.Cause.OBJECTIVE_MISSED, Sli.FIDELITY, Arm.CANARY)
                .alert(Alert.Severity.PAGE, "FidelityBurnFast", "3.1× (5m), 2.4× (30m) > 2×", 1140)
                .alert(Alert.Severity.TICKET, "CostOverBudget", "€41/h > €38/h", 4800)
                .rollout(canaryAtQuarter());
    }

    private static Rollout canaryAtQuarter() {
        return new Rollout(
                Rollout.Phase.PAUSED,
                "CanaryPauseStep",
                List.of(
                        weight(0.05),
                        pause(Duration.ofMinutes(20)),
                        weight(0.10),
                        pause(Duration.ofMinutes(20)),
                        weight(0.25),
                        pause(null),
                        weight(0.5),
                        pause(null),
                        weight(1)),
                5,
                0.25,
                Rollout.PauseReason.INCONCLUSIVE,
                SampleFleet.NOON.minusSeconds(1380),
                false,
                true,
                List.of(new Rollout.Analysis("fidelity", "Inconclusive", "", 3, 1, 2)));
    }

    private static Rollout.Step weight(double share) {
        return new Rollout.Step(Rollout.Step.Kind.SET_WEIGHT, share, null, "");
    }

    private static Rollout.Step pause(@org.jspecify.annotations.Nullable Duration hold) {
        return new Rollout.Step(Rollout.Step.Kind.PAUSE, Double.NaN, hold, "");
    }

    private static void troubled(SampleFleet fleet) {
        fraudScorer(fleet);
        fleet.model("llm-product-search")
                .version("9")
                .figures(1840, 99.95, 96.1, 0.14, 12.5)
                .strain(1.4)
                .state(ModelState.ATTENTION, Standing.Cause.TICKET_FIRING, Sli.LATENCY_P95, Arm.ALL);
        fleet.model("chat-moderation")
                .version("31")
                .canary("32", 0.1)
                .figures(236, 99.91, 97.8, 0.08, 96)
                .strain(1.2)
                .state(ModelState.ATTENTION, Standing.Cause.TICKET_FIRING, Sli.LATENCY_P95, Arm.ALL);
        fleet.model("recs-homepage")
                .version("112")
                .figures(61, 99.98, 97.2, 0.31, 1210)
                .strain(1.1)
                .state(ModelState.ATTENTION, Standing.Cause.TICKET_FIRING, Sli.DRIFT, Arm.ALL);
        fleet.model("edge-shelf-vision")
                .version("5")
                .state(ModelState.NO_DATA, Standing.Cause.SERIES_MISSING, null, Arm.ALL);
        fleet.model("price-elasticity")
                .version("22")
                .figures(48, 99.99, 98.4, 0.05, 33)
                .stale(420);
    }

    private static void quiet(SampleFleet fleet) {
        fleet.model("triage-paediatric")
                .version("3")
                .canary("4", 0.05)
                .figures(140, 100, 97.9, 0.02, 0.4)
                .value(Arm.CANARY, Sli.FIDELITY, 0.98, 84)
                .state(ModelState.TOO_LITTLE_DATA, Standing.Cause.FEW_EVENTS, Sli.FIDELITY, Arm.CANARY);
        var paused =
                fleet.model("credit-underwriting").version("7").canary("8", 0.5).figures(142, 99.99, 98.9, 0.06, 18);
        paused.pausedBy = "the credit team until Monday";
        paused.state(ModelState.PAUSED, Standing.Cause.ON_PURPOSE, null, Arm.ALL);
    }

    private static void calm(SampleModel model, int i) {
        model.version(String.valueOf(4 + i * 7 % 60))
                .figures(12 + i * 11, 99.95 + i * 0.002, 97.1 + i * 0.1, 0.02 + i % 8 * 0.01, 20 + i * 31);
        if (i % 4 == 3) {
            model.canary(String.valueOf(5 + i * 7 % 60), 0.1);
        }
        model.strain(0.2 + i % 5 * 0.1);
    }
}
