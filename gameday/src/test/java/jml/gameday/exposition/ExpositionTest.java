package jml.gameday.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import jml.core.fleet.FleetSnapshot;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.gameday.SimulatedFleet;
import jml.gameday.plan.Change;
import org.junit.jupiter.api.Test;

class ExpositionTest {
    private static final Instant OPENED = Instant.parse("2026-11-24T14:32:06Z");

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, OPENED);

    private TextFormat scrape(Instant at) throws IOException {
        var out = new ByteArrayOutputStream();
        new Exposition(fleet).write(at, out);
        return TextFormat.parse(out.toString(StandardCharsets.UTF_8));
    }

    private static int row(FleetSnapshot snapshot, String model) {
        return snapshot.roster().row(new ModelKey("game day", model)).orElseThrow();
    }

    @Test
    void everyFamilyIsDescribedAndRuntimesSpeakTheirOwnNames() throws IOException {
        var text = scrape(OPENED);

        assertThat(text.types())
                .containsEntry("inference_requests_total", "counter")
                .containsEntry("inference_duration_seconds", "histogram")
                .containsEntry("model_drift_score", "gauge")
                .containsEntry("vllm:e2e_request_latency_seconds", "histogram")
                .containsEntry("nv_inference_request_summary_us", "summary")
                .containsKey("model_infer_request_success_total");
        assertThat(text.sum("inference_requests_total", Map.of("model", "ranker-7b")))
                .isZero();
        assertThat(text.sum("vllm:request_success_total", Map.of("model_name", "ranker-7b")))
                .isPositive();
    }

    @Test
    void whatScrapesCountIsWhatTheSnapshotShows() throws IOException {
        var now = scrape(OPENED);
        var snapshot = fleet.snapshot(OPENED);
        for (var arm : new Arm[] {Arm.BASELINE, Arm.CANARY}) {
            var labels = Map.of("model", "fraud_v2", "track", arm == Arm.CANARY ? "canary" : "stable");
            int row = row(snapshot, "fraud-scorer");

            var before5 = scrape(OPENED.minusSeconds(300));
            double requests = grown("inference_requests_total", labels, before5, now);
            assertThat(requests / 300)
                    .isCloseTo(snapshot.figure(row, arm, Sli.TRAFFIC).value(), within(0.05));
            var good = new HashMap<>(labels);
            good.put("outcome", "success");
            assertThat(grown("inference_requests_total", good, before5, now) / requests)
                    .isCloseTo(snapshot.figure(row, arm, Sli.SUCCESS).value(), within(0.00001));

            var before30 = scrape(OPENED.minusSeconds(1800));
            double compared = grown("model_predictions_compared_total", labels, before30, now);
            double agreed = grown("model_predictions_agreed_total", labels, before30, now);
            assertThat(compared)
                    .isEqualTo(snapshot.figure(row, arm, Sli.FIDELITY).samples());
            assertThat(agreed / compared)
                    .isCloseTo(snapshot.figure(row, arm, Sli.FIDELITY).value(), within(0.0001));
        }
    }

    @Test
    void thePercentileOfTheBucketsIsThatOfTheSnapshot() throws IOException {
        var before = scrape(OPENED.minusSeconds(300));
        var now = scrape(OPENED);
        var snapshot = fleet.snapshot(OPENED);
        double shown = snapshot.figure(row(snapshot, "card-testing-guard"), Arm.ALL, Sli.LATENCY_P95)
                .value();
        var model = Map.of("model", "card-testing-guard");
        var buckets = new TreeMap<Double, Double>();
        now.series("inference_duration_seconds_bucket").forEach((labels, count) -> {
            if (labels.get("model").equals("card-testing-guard")) {
                var earlier = before.series("inference_duration_seconds_bucket").get(labels);
                buckets.put(Double.valueOf(labels.get("le").replace("+Inf", "Infinity")), count - earlier);
            }
        });

        assertThat(buckets).containsKey(0.2).containsKey(0.1);
        assertThat(buckets.lastEntry().getValue())
                .isEqualTo(grown("inference_duration_seconds_count", model, before, now));
        double rank = 0.95 * buckets.lastEntry().getValue();
        double low = 0;
        double below = 0;
        double p95 = Double.NaN;
        for (var bucket : buckets.entrySet()) {
            assertThat(bucket.getValue()).isGreaterThanOrEqualTo(below);
            if (Double.isNaN(p95) && bucket.getValue() >= rank) {
                p95 = low + (bucket.getKey() - low) * (rank - below) / (bucket.getValue() - below);
            }
            low = bucket.getKey();
            below = bucket.getValue();
        }
        assertThat(p95).isCloseTo(shown, within(0.0006));
    }

    @Test
    void partsByFeatureAddUp() throws IOException {
        var snapshot = fleet.snapshot(OPENED);
        int row = row(snapshot, "account-takeover");
        var text = scrape(OPENED);

        assertThat(text.series("feature_values_total").keySet().stream()
                        .filter(it -> it.get("model").equals("account-takeover")))
                .hasSize(3);
        assertThat(text.sum("model_cost_per_hour", Map.of("model", "fraud_v2")))
                .isCloseTo(
                        snapshot.figure(row(snapshot, "fraud-scorer"), Arm.ALL, Sli.COST)
                                .value(),
                        within(0.005));
        assertThat(text.sum("model_utilisation_ratio", Map.of("model", "account-takeover")))
                .isCloseTo(snapshot.figure(row, Arm.ALL, Sli.UTILISATION).value(), within(0.005));
    }

    @Test
    void aSilentModelHasNoSeriesAndAFrozenOneSaysWhen() throws IOException {
        var text = scrape(OPENED);

        assertThat(text.sum("inference_requests_total", Map.of("model", "edge-shelf-vision")))
                .isZero();
        assertThat(text.stamped()).containsExactly("price-elasticity");
    }

    @Test
    void noCounterRunsBackwardsThroughARollback() throws IOException {
        var setup = fleet.setup("fraud-scorer", OPENED).orElseThrow();
        fleet.apply(new Change(OPENED.plusSeconds(100), "fraud-scorer", setup.rolledBack(), "somebody"));
        var before = scrape(OPENED.minusSeconds(600));
        for (long second = -580; second < 600; second += 20) {
            var now = scrape(OPENED.plusSeconds(second));
            for (var name : now.names()) {
                if (name.matches(".*(_total|_bucket|_count)")) {
                    var was = before.series(name);
                    now.series(name).forEach((labels, value) -> assertThat(value)
                            .as("%s%s", name, labels)
                            .isGreaterThanOrEqualTo(was.getOrDefault(labels, 0.0)));
                }
            }
            before = now;
        }
        assertThat(before.sum("inference_requests_total", Map.of("model", "fraud_v2", "track", "canary")))
                .isZero();
    }

    @Test
    void tenThousandModelsComeOutWhole() throws IOException {
        var large = SimulatedFleet.of(7, 10_000, OPENED);
        var out = new ByteArrayOutputStream(1 << 26);
        new Exposition(large).write(OPENED, out);
        var models = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(it -> it.startsWith("model_predictions_compared_total{") && it.contains("track=\"stable\""))
                .count();

        long silent = large.models().size() - models;
        assertThat(silent).isBetween(10L, 30L);
    }

    @Test
    void historyHasATimeOnEveryLineAndAnEnd() throws IOException {
        var out = new ByteArrayOutputStream();
        new Exposition(fleet).writeHistory(OPENED.minusSeconds(60), OPENED, Duration.ofSeconds(30), out);
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();

        assertThat(lines.getLast()).isEqualTo("# EOF");
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(it -> it.matches(".*} \\S+ [0-9]+\\.[0-9]{3}"));
        assertThat(lines.stream().filter(it -> it.startsWith("model_drift_score") && it.contains("amount")))
                .hasSize(3 * 5);
    }

    private static double grown(String name, Map<String, String> labels, TextFormat before, TextFormat now) {
        return now.sum(name, labels) - before.sum(name, labels);
    }
}
