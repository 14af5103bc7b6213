package jml.bench.servers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import jml.connectors.preset.Presets;
import jml.core.metric.Count;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;

/// Answers the queries of the generic preset with a series a model, other values in every answer; to any other query
/// it has nothing.
final class FakePrometheus implements AutoCloseable {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int models;
    private final Map<String, Asked> known = new HashMap<>();
    private final LocalServer server;

    /// What a query is about.
    ///
    /// @param usual values lie around it
    /// @param whole true for counts
    private record Asked(boolean byArm, double usual, boolean whole) {}

    FakePrometheus(int models) throws IOException {
        this.models = models;
        var preset = Presets.builtIn().all().stream()
                .filter(it -> it.id().equals("generic"))
                .findFirst()
                .orElseThrow();
        for (boolean byArm : new boolean[] {false, true}) {
            preset.values().forEach((sli, template) -> know(preset, template, byArm, sli.window(), usual(sli), false));
            preset.samples().forEach((sli, template) -> know(preset, template, byArm, sli.window(), 6_000, true));
            preset.increases().forEach((count, template) -> know(preset, template, byArm, MINUTE, usual(count), true));
        }
        this.server = new LocalServer(this::answer);
    }

    private void know(
            MetricPreset preset, String template, boolean byArm, Duration window, double usual, boolean whole) {
        known.put(preset.query(template, byArm, window, ""), new Asked(byArm, usual, whole));
    }

    private static double usual(Sli sli) {
        return switch (sli) {
            case LATENCY_P95 -> 0.08;
            case SUCCESS, FIDELITY -> 0.99;
            case DRIFT -> 0.1;
            case UTILISATION -> 0.5;
            case TRAFFIC -> 20;
            case COST -> 1.2;
            case MISSING_FEATURES, KPI_DELTA, COLD_STARTS, TIMEOUTS, RETRIES -> 0.01;
        };
    }

    private static double usual(Count count) {
        return switch (count) {
            case ERRORS, SLOW, FEATURE_MISSING, COLD_STARTED -> 3;
            default -> 1_200;
        };
    }

    String url() {
        return server.url();
    }

    long requests() {
        return server.requests();
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/api/v1/label/__name__/values" ->
                LocalServer.json(exchange, "{\"status\":\"success\",\"data\":[\"inference_requests_total\"]}");
            case "/api/v1/status/buildinfo" ->
                LocalServer.json(exchange, "{\"status\":\"success\",\"data\":{\"version\":\"3.16.0\"}}");
            case "/api/v1/query" -> LocalServer.json(exchange, vector(LocalServer.parameters(exchange)));
            case "/api/v1/query_range" ->
                LocalServer.json(
                        exchange, "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
            default -> {}
        }
    }

    private StringBuilder vector(Map<String, String> parameters) {
        var json = new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[");
        var asked = known.get(parameters.getOrDefault("query", ""));
        if (asked != null) {
            var time = parameters.getOrDefault("time", "0");
            var random = new Random(time.hashCode() * 31L + asked.hashCode());
            for (int model = 0; model < models; model++) {
                json.append(model == 0 ? "" : ",").append("{\"metric\":{\"model\":\"");
                json.append(Names.model(model)).append("\",\"namespace\":\"").append(Names.namespace(model));
                if (asked.byArm()) {
                    json.append("\",\"version\":\"").append(Names.VERSION);
                }
                json.append("\"},\"value\":[").append(time).append(",\"");
                json.append(value(asked, random)).append("\"]}");
            }
        }
        return json.append("]}}");
    }

    private static String value(Asked asked, Random random) {
        double value = asked.usual() * (0.99 + random.nextDouble() * 0.02);
        return asked.whole() ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    @Override
    public void close() {
        server.close();
    }
}
