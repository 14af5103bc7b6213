package jml.bench.servers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/// An API server with a Deployment, a ReplicaSet and some pods a model: lists in pages and watches, in which five pods
/// a second say something new, one of them that it is ready or no longer. Objects have the shape of Kubernetes 1.36.3.
final class FakeCluster implements AutoCloseable {
    private static final long WORD_MILLIS = 200;
    private static final int WORDS_UNTIL_CHANGE = 5;

    private final int models;
    private final int podsPerModel;
    private final ObjectTexts texts;
    private final AtomicLong version = new AtomicLong(1000);
    private final LocalServer server;

    FakeCluster(int models, int podsPerModel) throws IOException {
        this.models = models;
        this.podsPerModel = podsPerModel;
        this.texts = new ObjectTexts(podsPerModel);
        this.server = new LocalServer(this::answer);
    }

    String url() {
        return server.url();
    }

    long requests() {
        return server.requests();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "version" -> LocalServer.json(exchange, "{\"gitVersion\":\"v1.36.3\"}");
            case "v1alpha1" -> LocalServer.json(exchange, "{\"groupVersion\":\"argoproj.io/v1alpha1\"}");
            case "selfsubjectreviews" ->
                LocalServer.json(exchange, "{\"status\":{\"userInfo\":{\"username\":\"viewer\"}}}");
            case "selfsubjectaccessreviews" -> LocalServer.json(exchange, "{\"status\":{\"allowed\":true}}");
            case "deployments" -> objects(exchange, models, texts::deployment);
            case "replicasets" -> objects(exchange, models, texts::replicaSet);
            case "pods" -> objects(exchange, models * podsPerModel, number -> texts.pod(number, true, version.get()));
            case "rollouts", "analysisruns" -> objects(exchange, 0, _ -> "");
            default -> {}
        }
    }

    private void objects(HttpExchange exchange, int size, IntFunction<String> object) throws IOException {
        var parameters = LocalServer.parameters(exchange);
        if (parameters.containsKey("watch")) {
            watch(exchange, size == models * podsPerModel);
        } else {
            list(exchange, parameters, size, object);
        }
    }

    private void list(HttpExchange exchange, Map<String, String> parameters, int size, IntFunction<String> object)
            throws IOException {
        int from = Integer.parseInt(parameters.getOrDefault("continue", "0"));
        int to = Math.min(size, from + Integer.parseInt(parameters.getOrDefault("limit", "500")));
        var json = new StringBuilder("{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"")
                .append(version.get());
        if (to < size) {
            json.append("\",\"continue\":\"").append(to);
        }
        json.append("\"},\"items\":[");
        for (int number = from; number < to; number++) {
            json.append(number == from ? "" : ",").append(object.apply(number));
        }
        LocalServer.json(exchange, json.append("]}"));
    }

    // Until the client goes away: then writing fails and the exchange ends.
    private void watch(HttpExchange exchange, boolean pods) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        try {
            for (int word = 1; ; word++) {
                Thread.sleep(WORD_MILLIS);
                if (pods) {
                    int number = ThreadLocalRandom.current().nextInt(models * podsPerModel);
                    boolean ready = word % WORDS_UNTIL_CHANGE != 0 || word % 2 == 0;
                    say(body, "MODIFIED", texts.pod(number, ready, version.incrementAndGet()));
                } else if (word % 300 == 0) {
                    say(body, "BOOKMARK", "{\"metadata\":{\"resourceVersion\":\"" + version.get() + "\"}}");
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(OutputStream body, String type, String object) throws IOException {
        body.write(("{\"type\":\"" + type + "\",\"object\":" + object + "}\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    @Override
    public void close() {
        server.close();
    }
}
