package jml.gameday.exposition;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import jml.core.metric.Sli;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.catalogue.SimulatedModel.ServingRuntime;
import jml.gameday.traffic.ModelTraffic;
import jml.gameday.traffic.Tally;
import jml.gameday.traffic.Tally.Entry;

/// The generic metric contract (docs/metrics.md). Requests and their duration are told so by runtimes that have no
/// names of their own; what surrounds the model, by all: a sidecar would.
final class GenericFamilies {
    private static final Map<String, List<String>> FEATURES = Map.of(
            "fraud", List.of("payments_7d", "amount", "country_risk"),
            "personalisation", List.of("clicks_1h", "basket_value", "segment"),
            "credit", List.of("inquiries_6m", "income", "utilisation"),
            "moderation", List.of("reports_24h", "length", "language"),
            "autoscaling", List.of("requests_15m", "queue_depth", "hour"),
            "edge", List.of("brightness", "battery", "firmware"),
            "triage", List.of("heart_rate", "saturation", "age"),
            "llm-search", List.of("query_length", "category", "embedding_norm"));

    private static final List<String> OTHER_FEATURES = List.of("a", "b", "c");

    private GenericFamilies() {}

    static List<Family> requests() {
        return List.of(
                Family.of(
                        ServingRuntime.GENERIC,
                        "inference_requests_total",
                        "counter",
                        "Requests answered or given up, by outcome.",
                        GenericFamilies::outcomes),
                Family.of(
                        ServingRuntime.GENERIC,
                        "inference_attempts_total",
                        "counter",
                        "Tries behind those requests.",
                        (lines, row) -> {
                            var tally = row.served().tally();
                            long tries = tally.requests() + tally.get(Entry.RETRIES);
                            lines.count("inference_attempts_total", row, row.labels(), "", tries);
                        }),
                Family.of(
                        ServingRuntime.GENERIC,
                        "inference_duration_seconds",
                        "histogram",
                        "Time from accepting a request to its answer.",
                        (lines, row) -> lines.histogram("inference_duration_seconds", row, row.labels())));
    }

    private static void outcomes(Lines lines, Scraped row) throws IOException {
        var tally = row.served().tally();
        var name = "inference_requests_total";
        lines.count(name, row, row.labels(), ",outcome=\"success\"", tally.get(Entry.SUCCESSES));
        lines.count(name, row, row.labels(), ",outcome=\"error\"", tally.get(Entry.ERRORS));
        lines.count(name, row, row.labels(), ",outcome=\"timeout\"", tally.get(Entry.TIMEOUTS));
    }

    static List<Family> surroundings() {
        return List.of(
                count("model_cold_starts_total", "Requests that waited for a start.", Entry.COLD_STARTED),
                new Family(
                        "model_predictions_compared_total",
                        "counter",
                        "Predictions compared with a reference.",
                        row -> true,
                        (lines, row) -> lines.count(
                                "model_predictions_compared_total",
                                row,
                                row.labels(),
                                "",
                                row.served().tally().compared())),
                count("model_predictions_agreed_total", "Of them, those that agreed.", Entry.AGREED),
                features("feature_values_total", "Feature values asked for.", false),
                features("feature_missing_total", "Of them, those that were missing.", true),
                new Family(
                        "model_drift_score",
                        "gauge",
                        "Distance of a feature's distribution from its reference.",
                        row -> !row.served().canary(),
                        GenericFamilies::drift),
                gauge("model_kpi_delta_ratio", "Business indicator of the canary against the control.", Sli.KPI_DELTA),
                gauge("model_utilisation_ratio", "Share of what was requested that is in use.", Sli.UTILISATION),
                gauge("model_cost_per_hour", "Spend per hour.", Sli.COST));
    }

    private static Family count(String name, String help, Entry entry) {
        return new Family(
                name,
                "counter",
                help,
                row -> true,
                (lines, row) -> lines.count(
                        name, row, row.labels(), "", row.served().tally().get(entry)));
    }

    private static Family features(String name, String help, boolean missing) {
        return new Family(name, "counter", help, row -> true, (lines, row) -> {
            Tally tally = row.served().tally();
            long all = missing ? tally.get(Entry.MISSING) : tally.featureValues();
            var features = features(row.served().model());
            for (int i = 0; i < features.size(); i++) {
                // These parts of a whole number add up to it, and none ever shrinks while it grows.
                long part = (all + i) / features.size();
                lines.count(name, row, row.labels(), ",feature=\"" + features.get(i) + "\"", part);
            }
        });
    }

    private static void drift(Lines lines, Scraped row) throws IOException {
        double score = row.served().whole().value(Sli.DRIFT);
        var features = features(row.served().model());
        for (int i = 0; i < features.size(); i++) {
            var labels = ",feature=\"" + features.get(i) + "\",method=\"psi\"";
            lines.gauge("model_drift_score", row, row.labels(), labels, score / (1 + i));
        }
    }

    private static List<String> features(SimulatedModel model) {
        return FEATURES.getOrDefault(model.useCase(), OTHER_FEATURES);
    }

    private static Family gauge(String name, String help, Sli sli) {
        return new Family(
                name,
                "gauge",
                help,
                row -> !Double.isNaN(value(row, sli)),
                (lines, row) -> lines.gauge(name, row, row.labels(), label(row, sli), value(row, sli)));
    }

    private static String label(Scraped row, Sli sli) {
        return switch (sli) {
            case KPI_DELTA -> ",kpi=\"conversion\"";
            case UTILISATION ->
                row.served().model().serving().gpusPerReplica() > 0 ? ",resource=\"gpu\"" : ",resource=\"cpu\"";
            default -> "";
        };
    }

    /// What a version tells of a gauge; NaN when it does not have it.
    private static double value(Scraped row, Sli sli) {
        var served = row.served();
        return switch (sli) {
            case KPI_DELTA -> served.canary() ? served.own().value(sli) : Double.NaN;
            case COST ->
                served.model().outside()
                        ? Double.NaN
                        : served.weight() * ModelTraffic.costPerHour(served.model(), served.stretch());
            default -> served.whole().value(sli);
        };
    }
}
