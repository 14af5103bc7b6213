package jml.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JsonHttpTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Limits QUICK =
            Limits.standard().withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(5));

    private final MockWebServer server = new MockWebServer();
    private final List<Duration> pauses = new ArrayList<>();

    record Thing(String name, int size) {}

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonHttp http(Limits limits) throws SourceException {
        return JsonHttp.open(
                "lab",
                server.url("/prefix/").toString(),
                Access.open(),
                limits,
                new LocalSecrets(),
                InstantSource.fixed(NOW),
                pauses::add);
    }

    private JsonHttp quick() {
        try {
            return http(QUICK);
        } catch (SourceException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static MockResponse.Builder json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body);
    }

    private void answer(MockResponse.Builder response) {
        server.enqueue(response.build());
    }

    private SourceException failureOf(JsonHttp http) {
        return catchThrowableOfType(SourceException.class, () -> http.read(ReadRequest.get("thing"), Thing.class));
    }

    @Test
    void segmentsAreAppendedToThePathPrefixAndEscaped() throws Exception {
        answer(json("{\"name\":\"a\",\"size\":1,\"later\":true}"));
        var thing = http(QUICK).read(ReadRequest.get("api", "a/b").with("match[]", "{x=\"ü\"}"), Thing.class);
        assertThat(thing).isEqualTo(new Thing("a", 1));
        assertThat(server.takeRequest().getTarget()).isEqualTo("/prefix/api/a%2Fb?match%5B%5D=%7Bx%3D%22%C3%BC%22%7D");
    }

    @Test
    void formAndJsonQuestionsArePosted() throws Exception {
        answer(json("{}"));
        answer(json("{}"));
        http(QUICK).tree(ReadRequest.postForm("q").with("query", "a+b"));
        http(QUICK).tree(ReadRequest.postJson(Map.of("max", 5), "s"));
        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("query=a%2Bb");
        var second = server.takeRequest();
        assertThat(second.getBody().utf8()).isEqualTo("{\"max\":5}");
        assertThat(second.getHeaders().get("Content-Type")).startsWith("application/json");
    }

    @Test
    void gzippedAnswersAreRead() throws Exception {
        var zipped = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeUtf8("{\"name\":\"z\",\"size\":2}");
        }
        answer(json("").addHeader("Content-Encoding", "gzip").body(zipped));
        assertThat(http(QUICK).read(ReadRequest.get("thing"), Thing.class)).isEqualTo(new Thing("z", 2));
        assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void aBombIsRefusedAfterUnpackingAndAnAnnouncedGiantBeforeReading() throws Exception {
        var bomb = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(bomb))) {
            for (int i = 0; i < 3000; i++) {
                sink.writeUtf8(" ".repeat(1024));
            }
        }
        answer(json("").addHeader("Content-Encoding", "gzip").body(bomb));
        answer(json("").body("x".repeat(2 << 20)));
        var http = http(QUICK.withMaxBytes(1 << 20));
        for (int i = 0; i < 2; i++) {
            var failure = failureOf(http);
            assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
            assertThat(failure)
                    .hasMessageStartingWith("lab: ")
                    .hasMessageContaining("larger than the limit of 1 MB (GET");
        }
    }

    @Test
    void aWrongTypeIsNamedByItsField() throws Exception {
        answer(json("{\"name\":\"a\",\"size\":[1]}"));
        var failure = failureOf(http(QUICK));
        assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(failure).hasMessageContaining("size:");
        assertThat(failure.source()).isEqualTo("lab");
    }

    @Test
    void aBodyCutHalfwayIsABadAnswer() throws Exception {
        answer(json("{\"name\":\"a\",\"size\":1}").onResponseBody(new SocketEffect.CloseSocket()));
        answer(json("{\"name\":\"a"));
        assertThat(failureOf(http(QUICK)).kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(failureOf(http(QUICK)).kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aStallIsUnreachableAndNotRepeated() throws Exception {
        answer(json("{}").onResponseStart(SocketEffect.Stall.INSTANCE));
        assertThat(failureOf(http(QUICK)).kind()).isEqualTo(Kind.UNREACHABLE);
        answer(json("{\"name\":").throttleBody(1, 1, TimeUnit.SECONDS));
        assertThat(failureOf(http(QUICK)).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(pauses).isEmpty();
    }

    @Test
    void nobodyListeningIsUnreachableAfterTheRetries() throws Exception {
        var http = http(QUICK);
        server.close();
        assertThat(failureOf(http).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void aProxysFailureIsRepeatedAndThenAnswered() throws Exception {
        answer(new MockResponse.Builder().code(502).body("bad gateway"));
        answer(new MockResponse.Builder().code(503).body("Service Unavailable"));
        answer(json("{\"name\":\"a\",\"size\":1}"));
        assertThat(http(QUICK).read(ReadRequest.get("thing"), Thing.class).size())
                .isEqualTo(1);
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ZERO, Duration.ofMillis(400));
    }

    @Test
    void whatTheApplicationItselfRefusesIsNotRepeated() throws Exception {
        answer(json("{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed out\"}")
                .code(503));
        var failure = failureOf(http(QUICK));
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure).hasMessageContaining("503 timeout: query timed out");
        assertThat(pauses).isEmpty();
    }

    @Test
    void rateLimitsAreObeyedNotRepeated() throws Exception {
        answer(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "17")
                .body("slow down"));
        answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "Tue, 24 Nov 2026 10:01:00 GMT"));
        answer(new MockResponse.Builder().code(429));
        for (var wait : List.of(17L, 60L)) {
            var failure = failureOf(http(QUICK));
            assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(wait));
        }
        assertThat(failureOf(http(QUICK)).retryAfter()).isEmpty();
        assertThat(pauses).isEmpty();
    }

    @Test
    void errorBodiesOfFourKindsBecomeOneLine() throws Exception {
        answer(json("{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"no\\nmodel\"}")
                .code(404));
        answer(json("\"silence 3 not found\"").code(404));
        answer(new MockResponse.Builder().code(404).body("404 page not found\n"));
        answer(new MockResponse.Builder()
                .code(500)
                .addHeader("Content-Type", "text/html")
                .body("<html><head><title>Oops\u202e</title>" + "x".repeat(100_000)));
        var http = http(QUICK);
        assertThat(failureOf(http)).hasMessageContaining("lab: 404 RESOURCE_DOES_NOT_EXIST: no model (GET ");
        assertThat(failureOf(http)).hasMessageContaining("lab: 404 silence 3 not found (GET ");
        assertThat(failureOf(http)).hasMessageContaining("lab: 404 404 page not found (GET ");
        assertThat(failureOf(http)).hasMessageContaining("lab: 500 a web page titled \"Oops\" (GET ");
    }

    @Test
    void signInAndForbiddenAreToldApart() throws Exception {
        answer(new MockResponse.Builder().code(401).body("no org id"));
        answer(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html>log in"));
        answer(new MockResponse.Builder().body("<!DOCTYPE html><title>Log in</title>"));
        answer(new MockResponse.Builder().code(302).addHeader("Location", "/oauth2/start?rd=x"));
        for (int i = 0; i < 4; i++) {
            assertThat(failureOf(http(QUICK)).kind()).isEqualTo(Kind.SIGN_IN_NEEDED);
        }
        answer(json("{\"message\":\"needs right pods/list\"}").code(403));
        var forbidden = failureOf(http(QUICK));
        assertThat(forbidden.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(forbidden).hasMessageContaining("needs right pods/list");
    }

    @Test
    void aToleratedStatusIsAnAnswer() throws Exception {
        answer(json("{\"error\":\"not here\"}").code(404));
        var answer = http(QUICK).ask(ReadRequest.get("thing").tolerating(404, 405), Thing.class);
        assertThat(answer.hasBody()).isFalse();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.words()).isEqualTo("not here");
    }

    @Test
    void theServersClockIsCompared() throws Exception {
        answer(json("{\"name\":\"a\",\"size\":1}").addHeader("Date", "Tue, 24 Nov 2026 10:03:00 GMT"));
        var skew = http(QUICK).ask(ReadRequest.get("thing"), Thing.class).clockSkew();
        assertThat(skew).isEqualTo(Duration.ofMillis(180_500));
    }

    @Test
    void anInterruptEndsTheCallAndClosesTheConnection() throws Exception {
        answer(json(" ".repeat(1000)).throttleBody(10, 100, TimeUnit.MILLISECONDS));
        var http = http(Limits.standard());
        var outcome = new AtomicReference<Throwable>();
        var reading = new CountDownLatch(1);
        var cut = new CountDownLatch(1);
        var caller = Thread.ofPlatform().start(() -> {
            try {
                http.ask(ReadRequest.get("thing"), body -> {
                    reading.countDown();
                    try {
                        return body.readAllBytes();
                    } catch (IOException e) {
                        cut.countDown();
                        throw e;
                    }
                });
            } catch (SourceException | InterruptedException e) {
                outcome.set(e);
            }
        });
        assertThat(reading.await(5, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        // The body takes ten seconds: only a closed connection ends it before.
        assertThat(cut.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void messagesNameTheQuestionButCutItShort() throws Exception {
        answer(new MockResponse.Builder().code(400).body("no"));
        var failure = catchThrowableOfType(SourceException.class, () -> http(QUICK)
                .tree(ReadRequest.postForm("q").with("query", "sum(x)".repeat(1000))));
        assertThat(failure.getMessage())
                .contains("POST http://")
                .contains("/prefix/q query=sum(x)")
                .hasSizeLessThan(400);
    }

    @Test
    void aBaseUrlWithAPasswordIsNotAccepted() {
        assertThatThrownBy(() -> JsonHttp.open("lab", "http://me:hunter2@host/", Access.open(), QUICK))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MISCONFIGURED))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void theReasonComesBeforeTheQuestionWhichIsCut() {
        answer(json("{\"error\":\"too many samples\"}").code(422));
        var asked = ReadRequest.get("q").with("query", "x".repeat(5_000));

        assertThatThrownBy(() -> http(QUICK).tree(asked))
                .message()
                .startsWith("lab: 422 too many samples (GET http")
                .hasSizeLessThan(260);
    }

    @Test
    void anAnswerOfAnotherShapeIsSaidWithoutJavasNames() {
        answer(json("[1,2,3]"));
        answer(json("{\"name\":[],\"size\":1}"));
        answer(json("nothing that was ever packed").addHeader("Content-Encoding", "gzip"));

        assertThat(failureOf(quick()))
                .message()
                .startsWith("lab: unreadable answer: a list, which does not belong here");
        assertThat(failureOf(quick())).message().contains("name: a list, which does not belong here");
        assertThat(failureOf(quick())).message().startsWith("lab: the answer is no valid gzip");
    }

    @Test
    void anUnknownHostIsCalledThat() throws Exception {
        var http = JsonHttp.open("lab", "http://nowhere.invalid/", Access.open(), QUICK.withRetries(0));

        assertThat(failureOf(http)).message().startsWith("lab: unknown host nowhere.invalid (GET");
    }
}
