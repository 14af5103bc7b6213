package jml.bench.servers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.function.IntConsumer;

/// A registry with two versions a model, in pages of the size that is asked for.
final class FakeMlflow implements AutoCloseable {
    private static final int VERSIONS = 2;

    private final int models;
    private final LocalServer server;

    FakeMlflow(int models) throws IOException {
        this.models = models;
        this.server = new LocalServer(this::answer);
    }

    String url() {
        return server.url();
    }

    long requests() {
        return server.requests();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var json = new StringBuilder();
        switch (exchange.getRequestURI().getPath()) {
            case "/api/2.0/mlflow/registered-models/search" ->
                page(exchange, json, "registered_models", models, number -> model(json, number));
            case "/api/2.0/mlflow/model-versions/search" ->
                page(exchange, json, "model_versions", models * VERSIONS, number -> version(json, number));
            default -> {}
        }
    }

    private static void page(HttpExchange exchange, StringBuilder json, String list, int size, IntConsumer write)
            throws IOException {
        var parameters = LocalServer.parameters(exchange);
        int from = Integer.parseInt(parameters.getOrDefault("page_token", "0"));
        int to = Math.min(size, from + Integer.parseInt(parameters.getOrDefault("max_results", "100")));
        json.append("{\"").append(list).append("\":[");
        for (int number = from; number < to; number++) {
            json.append(number == from ? "" : ",");
            write.accept(number);
        }
        json.append(']');
        if (to < size) {
            json.append(",\"next_page_token\":\"").append(to).append('"');
        }
        LocalServer.json(exchange, json.append('}'));
    }

    private static void model(StringBuilder json, int number) {
        json.append("{\"name\":\"")
                .append(Names.model(number))
                .append("\",\"tags\":[{\"key\":\"owner\",\"value\":\"team-")
                .append(number % 40)
                .append("\"}],\"aliases\":[{\"alias\":\"champion\",\"version\":\"")
                .append(Names.VERSION)
                .append("\"}]}");
    }

    private static void version(StringBuilder json, int number) {
        int version = Integer.parseInt(Names.VERSION) + number % VERSIONS;
        json.append("{\"name\":\"")
                .append(Names.model(number / VERSIONS))
                .append("\",\"version\":\"")
                .append(version)
                .append("\",\"creation_timestamp\":")
                .append(1_795_505_938_193L + version)
                .append(",\"status\":\"READY\",\"source\":\"models:/m-")
                .append(number)
                .append("\"}");
    }

    @Override
    public void close() {
        server.close();
    }
}
