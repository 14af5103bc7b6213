package jml.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/// The lab's servers asked by their own APIs, past everything the console is made of.
final class LabServers {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /// A variable as `lab/env` prints it.
    static String variable(String name) {
        var value = System.getenv("JML_LAB_" + name);
        assertThat(value).as("JML_LAB_%s, from lab/env", name).isNotBlank();
        return value;
    }

    static Cluster cluster(String who) {
        return new Cluster(Path.of(variable("KUBECONFIG_" + who)));
    }

    JsonNode json(String server, String path) throws IOException, InterruptedException {
        return JSON.readTree(text(variable(server) + path));
    }

    String text(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", url, answer.body()).isEqualTo(200);
        return answer.body();
    }

    /// The status code of a call to a model server.
    int post(String url, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /// The only value that Prometheus answers for now; NaN when it has none.
    double query(String promQl) throws IOException, InterruptedException {
        return query(promQl, Instant.now());
    }

    double query(String promQl, Instant at) throws IOException, InterruptedException {
        var asked = URLEncoder.encode(promQl, StandardCharsets.UTF_8) + "&time=" + at;
        var result = json("PROMETHEUS", "/api/v1/query?query=" + asked).at("/data/result");
        assertThat(result.size()).as("answers to %s", promQl).isLessThanOrEqualTo(1);
        return result.isEmpty() ? Double.NaN : result.at("/0/value/1").asDouble();
    }

    /// A value once it is as wanted.
    static <T> T await(String what, Duration patience, Callable<T> asked, Predicate<T> wanted) throws Exception {
        var until = Instant.now().plus(patience);
        while (true) {
            var value = asked.call();
            if (wanted.test(value)) {
                return value;
            }
            if (Instant.now().isAfter(until)) {
                throw new AssertionError(what + " not within " + patience + ", but: " + value);
            }
            Thread.sleep(500);
        }
    }
}
