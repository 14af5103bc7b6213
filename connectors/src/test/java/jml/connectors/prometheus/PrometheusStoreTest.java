package jml.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.connectors.prometheus.PrometheusStore.LongQueries;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PrometheusStoreTest {
    private static final Instant TIME = Instant.parse("2026-11-24T10:00:00.250Z");
    private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PrometheusStore store(LongQueries longQueries) throws SourceException {
        var access = Access.open().withHeaders(Map.of("X-Scope-OrgID", "team-a"));
        var limits = Limits.standard()
                .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(20))
                .withRetries(0);
        var http = JsonHttp.open("mimir", server.url("/prometheus").toString(), access, limits);
        return new PrometheusStore(http, longQueries, InstantSource.fixed(TIME));
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    private SourceException failure(MockResponse answer) throws SourceException {
        server.enqueue(answer);
        var store = store(LongQueries.POST);
        return catchThrowableOfType(SourceException.class, () -> store.instant("up", TIME));
    }

    @Test
    void oneInstantOneTenantOnePrefix() throws Exception {
        answer(200, EMPTY);
        store(LongQueries.POST).instant("up{a=\"b\"}", TIME);
        var request = server.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/prometheus/api/v1/query");
        assertThat(request.getUrl().queryParameter("query")).isEqualTo("up{a=\"b\"}");
        assertThat(request.getUrl().queryParameter("time")).isEqualTo("1795514400.250");
        assertThat(request.getHeaders().get("X-Scope-OrgID")).isEqualTo("team-a");
    }

    @Test
    void longQueriesArePostedUntilTheServerTakesNone() throws Exception {
        var query = "vector(1) or ".repeat(200) + "vector(1)";
        answer(200, EMPTY);
        answer(405, "\"method not allowed\"");
        answer(200, EMPTY);
        answer(200, EMPTY);
        var store = store(LongQueries.POST);
        for (int i = 0; i < 3; i++) {
            store.instant(query, TIME);
        }
        assertThat(server.takeRequest().getBody().utf8()).startsWith("query=vector%281%29");
        assertThat(server.takeRequest().getMethod()).isEqualTo("POST");
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
    }

    @Test
    void aProfileCanForbidPosting() throws Exception {
        answer(200, EMPTY);
        store(LongQueries.GET).instant("vector(1) or ".repeat(200) + "vector(1)", TIME);
        assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
    }

    @Test
    void theServersOwnErrorIsTheMessage() throws Exception {
        answer(422, "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"too many samples\"}");
        assertThatThrownBy(() -> store(LongQueries.POST).instant("up", TIME))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContaining("mimir")
                .hasMessageContaining("422 execution: too many samples");
        answer(200, "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed out\"}");
        assertThatThrownBy(() -> store(LongQueries.POST).instant("up", TIME))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContaining("timeout: query timed out");
    }

    @Test
    void damageNamesSourceAndField() throws Exception {
        var json = EMPTY.replace("[]", "[{\"metric\":{},\"value\":[1,\"x\"]}]");
        var failure = failure(new MockResponse.Builder().body(json).build());
        assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(failure).hasMessageStartingWith("mimir: ").hasMessageContaining("data.result[0].value: \"x\"");
    }

    @Test
    void aBodyCutHalfwayIsNoAnswer() throws Exception {
        var failure = failure(new MockResponse.Builder()
                .body(EMPTY)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    }

    @Test
    void aSignInPageAStallAndAPlain503AreToldApart() throws Exception {
        assertThat(failure(new MockResponse.Builder()
                                .addHeader("Content-Type", "text/html")
                                .body("<html><title>Sign in</title>")
                                .build())
                        .kind())
                .isEqualTo(Kind.SIGN_IN_NEEDED);
        assertThat(failure(new MockResponse.Builder()
                                .onResponseStart(SocketEffect.Stall.INSTANCE)
                                .build())
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
        var unready = failure(
                new MockResponse.Builder().code(503).body("Service Unavailable").build());
        assertThat(unready.kind()).isEqualTo(Kind.REFUSED);
        assertThat(unready).hasMessageContaining("503 Service Unavailable");
    }

    @Test
    void threeHundredMegabytesAreRefusedBeforeTheyFillMemory() throws Exception {
        var half = new Buffer();
        half.writeUtf8(EMPTY, 0, EMPTY.indexOf(']'));
        var megabyte = " ".repeat(1 << 20);
        for (int i = 0; i < 300; i++) {
            half.writeUtf8(megabyte);
        }
        var failure =
                failure(new MockResponse.Builder().chunkedBody(half, 1 << 20).build());
        assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(failure).hasMessageContaining("larger than the limit of 64 MB");
    }

    @Test
    void onlyMetricsOfTheLastHourExist() throws Exception {
        answer(200, "{\"status\":\"success\",\"data\":[\"b\",\"a\"]}");
        var names = store(LongQueries.POST).metricNames("a|b\\.\"c");
        assertThat(names).containsExactly("a", "b");
        var url = server.takeRequest().getUrl();
        assertThat(url.encodedPath()).isEqualTo("/prometheus/api/v1/label/__name__/values");
        assertThat(url.queryParameter("match[]")).isEqualTo("{__name__=~\"a|b\\\\.\\\"c\"}");
        assertThat(url.queryParameter("end")).isEqualTo("1795514400.250");
        assertThat(url.queryParameter("start")).isEqualTo("1795510800.250");
    }

    @Test
    void productsAreToldByTheirBuildInformation() throws Exception {
        var builds = Map.of(
                "{\"version\":\"2.42.0+ds\",\"goVersion\":\"go1.19.8\"}", "Prometheus 2.42.0",
                "{\"version\":\"2.15.0\",\"application\":\"Grafana Mimir\",\"goVersion\":\"go\"}",
                        "Grafana Mimir 2.15.0",
                "{\"version\":\"0.37.2\",\"goVersion\":\"go\"}", "Thanos 0.37.2",
                "{}", "VictoriaMetrics",
                "{\"version\":\"2.24.0\"}", "VictoriaMetrics");
        for (var build : builds.entrySet()) {
            answer(200, "{\"status\":\"success\",\"data\":" + build.getKey() + "}");
            answer(400, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"unknown function\"}");
            var description = store(LongQueries.POST).describe();
            assertThat(description.product()).isEqualTo(build.getValue());
            assertThat(description.nativeHistograms()).isFalse();
            assertThat(description.maxPoints()).isEqualTo(build.getValue().startsWith("Vic") ? 30_000 : 11_000);
        }
    }

    @Test
    void aServerWithoutBuildInformationIsStillDescribed() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .addHeader("Date", "Sat, 01 Jan 2000 00:00:00 GMT")
                .body("404 page not found")
                .build());
        answer(200, EMPTY);
        var description = store(LongQueries.POST).describe();
        assertThat(description.product()).isEqualTo("a server that speaks Prometheus");
        assertThat(description.nativeHistograms()).isTrue();
        assertThat(description.clockSkew()).isLessThan(Duration.ofDays(-3650));
    }
}
