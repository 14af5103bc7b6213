package jml.gameday.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import jml.gameday.SimulatedFleet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GameDayServerTest {
    private static final Instant OPENED = Instant.parse("2026-11-24T14:32:06Z");

    private final HttpClient client = HttpClient.newHttpClient();
    private GameDayServer server;

    @BeforeEach
    void start() throws IOException {
        server = new GameDayServer(SimulatedFleet.of(7, 8, OPENED), 0, () -> OPENED);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    private HttpResponse<byte[]> get(URI uri, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aScrapeIsTextOfTheFleet() throws Exception {
        var answer = get(server.address());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("text/plain; version=0.0.4"));
        assertThat(TextFormat.parse(new String(answer.body(), StandardCharsets.UTF_8))
                        .names())
                .contains("inference_requests_total");
    }

    @Test
    void aScrapeIsZippedWhenAskedFor() throws Exception {
        var plain = get(server.address()).body();
        var zipped = get(server.address(), "Accept-Encoding", "gzip");

        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(zipped.body().length).isLessThan(plain.length / 3);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain);
    }

    @Test
    void anotherPathIsNotFound() throws Exception {
        assertThat(get(server.address().resolve("/")).statusCode()).isEqualTo(404);
    }

    @Test
    void itListensOnThisComputerOnly() {
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    }
}
