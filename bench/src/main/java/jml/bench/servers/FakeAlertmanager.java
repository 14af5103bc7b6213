package jml.bench.servers;

import java.io.IOException;

/// An Alertmanager with one alert in fifty models.
final class FakeAlertmanager implements AutoCloseable {
    private static final int MODELS_AN_ALERT = 50;

    private final LocalServer server;

    FakeAlertmanager(int models) throws IOException {
        var json = new StringBuilder("[");
        for (int model = 0; model < models; model += MODELS_AN_ALERT) {
            json.append(model == 0 ? "" : ",")
                    .append("{\"fingerprint\":\"f")
                    .append(model)
                    .append("\",\"startsAt\":\"2026-11-24T09:00:00Z\",\"labels\":{\"alertname\":\"LatencyHigh\",")
                    .append("\"severity\":\"ticket\",\"model\":\"")
                    .append(Names.model(model))
                    .append("\"},\"annotations\":{\"summary\":\"slow\"},\"status\":{\"state\":\"active\"}}");
        }
        json.append(']');
        this.server = new LocalServer(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/api/v2/alerts")) {
                LocalServer.json(exchange, json);
            }
        });
    }

    String url() {
        return server.url();
    }

    long requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}
