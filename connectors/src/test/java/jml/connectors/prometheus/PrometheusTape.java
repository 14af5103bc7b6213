package jml.connectors.prometheus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/// Plays the recorded answers of one real server, question by question. With `-Djml.record=NAME=URL` it asks the real
/// server instead and keeps what it says under `src/test/resources/recorded/NAME/`.
final class PrometheusTape implements AutoCloseable {
    private static final Path RESOURCES = Path.of("src/test/resources/recorded");

    private final MockWebServer server = new MockWebServer();
    private final String name;
    private final @Nullable String real;

    PrometheusTape(String name) throws IOException {
        this.name = name;
        var record = System.getProperty("jml.record", "");
        this.real = record.startsWith(name + "=") ? record.substring(name.length() + 1) : null;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    return answer(request);
                } catch (IOException e) {
                    return new MockResponse.Builder()
                            .code(599)
                            .body(String.valueOf(e.getMessage()))
                            .build();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return new MockResponse.Builder().code(599).build();
                }
            }
        });
        server.start();
    }

    String url() {
        return server.url("/behind/a/proxy").toString();
    }

    private MockResponse answer(RecordedRequest request) throws IOException, InterruptedException {
        var target = request.getTarget().replaceFirst("^/behind/a/proxy", "");
        var body = request.getBody() == null ? "" : request.getBody().utf8();
        var file = RESOURCES.resolve(name).resolve(fileName(request.getMethod(), target, body));
        if (real != null) {
            record(file, request.getMethod(), target, body, real);
        }
        if (!Files.exists(file)) {
            throw new IOException("not recorded: " + file.getFileName());
        }
        return played(Files.readString(file));
    }

    // The newest hour of metric names is asked for with the wall clock's instants, which do not tell questions apart.
    private static String fileName(String method, String target, String body) {
        var question = method + " " + target.replaceAll("&(start|end)=[0-9.]+(?=&|$)", "&$1") + " " + body;
        if (target.startsWith("/api/v1/query_range")) {
            question = method + " " + target + " " + body;
        }
        var path =
                target.replaceFirst("\\?.*", "").replaceFirst("^/api/v1/", "").replaceAll("[^a-z_]+", "-");
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(question.getBytes(StandardCharsets.UTF_8));
            return path + "-" + HexFormat.of().formatHex(digest, 0, 4) + ".http";
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void record(Path file, String method, String target, String body, String base)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer;
        try (var client = HttpClient.newHttpClient()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        var question = method + " " + target + (body.isEmpty() ? "" : " " + body);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "# %s, live, %s, asked: %s%nHTTP/1.1 %d%nContent-Type: %s%n%n%s"
                        .formatted(
                                name,
                                LocalDate.now(),
                                question.substring(0, Math.min(question.length(), 500)),
                                answer.statusCode(),
                                answer.headers().firstValue("Content-Type").orElse(""),
                                answer.body()));
    }

    private static MockResponse played(String text) {
        int start = text.indexOf("HTTP/1.1 ");
        int empty = text.indexOf("\n\n", start);
        var head = text.substring(start, empty).split("\n");
        var answer = new MockResponse.Builder()
                .code(Integer.parseInt(head[0].substring(9).strip()))
                .body(text.substring(empty + 2));
        for (int i = 1; i < head.length; i++) {
            answer.addHeader(head[i]);
        }
        return answer.build();
    }

    @Override
    public void close() {
        server.close();
    }
}
