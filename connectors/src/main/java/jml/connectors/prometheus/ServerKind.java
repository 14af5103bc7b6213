package jml.connectors.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/// Which of the servers that speak this API answered, told by its build information.
enum ServerKind {
    PROMETHEUS("Prometheus", 11_000),
    THANOS("Thanos", 11_000),
    MIMIR("Grafana Mimir", 11_000),
    VICTORIA_METRICS("VictoriaMetrics", 30_000),
    UNKNOWN("a server that speaks Prometheus", 11_000);

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

    private final String product;
    private final int maxPoints;

    ServerKind(String product, int maxPoints) {
        this.product = product;
        this.maxPoints = maxPoints;
    }

    /// Most intervals in a range query.
    int maxPoints() {
        return maxPoints;
    }

    /// @param build the `data` of `status/buildinfo`
    static ServerKind of(JsonNode build) {
        if (build.path("application").asText().contains("Mimir")) {
            return MIMIR;
        }
        var version = build.path("version").asText();
        // VictoriaMetrics answers nothing at all, or a Prometheus version it stands in for and nothing else.
        if (build.isObject() && (version.isEmpty() || !build.has("goVersion"))) {
            return VICTORIA_METRICS;
        }
        if (version.isEmpty()) {
            return UNKNOWN;
        }
        return version.startsWith("0.") ? THANOS : PROMETHEUS;
    }

    /// Name and version for people; a packager's suffix is left out.
    String named(JsonNode build) {
        var version = VERSION.matcher(build.path("version").asText());
        return this == VICTORIA_METRICS || !version.find() ? product : product + " " + version.group();
    }
}
