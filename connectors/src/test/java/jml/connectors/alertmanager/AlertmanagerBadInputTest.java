package jml.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jml.connectors.Recorded;
import jml.connectors.RecordedServer;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.core.alert.Alert;
import jml.core.alert.SeverityRules;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class AlertmanagerBadInputTest {
    private static final Limits QUICK = Limits.standard()
            .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(5))
            .withRetries(0);

    private RecordedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RecordedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{}]                                                                     | [0].fingerprint",
                "[{'fingerprint':null,'startsAt':'2026-11-24T07:00:00Z','labels':{},'status':{}}] | [0].fingerprint",
                "[{'fingerprint':'a','startsAt':'soon','labels':{},'status':{}}]          | [0].startsAt",
                "[{'fingerprint':'a','labels':{},'status':{}}]                            | [0].startsAt",
                "[{'fingerprint':'a','startsAt':'2026-11-24T07:00:00Z','status':{}}]      | [0].labels",
                "[{'fingerprint':'a','startsAt':'2026-11-24T07:00:00Z','labels':{'x':null},'status':{}}] | [0].labels",
                "[{'fingerprint':'a','startsAt':'2026-11-24T07:00:00Z','labels':['x'],'status':{}}] | [0].labels",
                "[{'fingerprint':'a','startsAt':'2026-11-24T07:00:00Z','labels':{},'status':{'silencedBy':7}}] | [0].status.silencedBy",
                "[{'fingerprint':' ','startsAt':'2026-11-24T07:00:00Z','labels':{},'status':{}}] | fingerprint is blank",
                "[null]                                                                   | [0]",
                "{'status':'success','data':[]}                                           | an object, which does not belong here",
                "null                                                                     | null",
                "''                                                                       | ",
            })
    void anAlertOfTheWrongShapeIsNamedByItsField(String body, String field) {
        server.answer("/api/v2/alerts", body.equals("''") ? "" : body.replace('\'', '"'));

        var problem = problem();

        assertThat(problem.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(problem.source()).isEqualTo("alerts-eu");
        assertThat(problem).hasMessageContainingAll("alerts-eu", "api/v2/alerts", field == null ? "" : field);
    }

    @Test
    void missingListsAndMapsAreEmpty() throws Exception {
        server.answer("/api/v2/alerts", """
                [{"fingerprint":"a","startsAt":"2026-11-24T07:00:00Z","labels":{},"annotations":null,
                  "status":{"state":"active","silencedBy":null}}]""");

        assertThat(source().firing()).singleElement().satisfies(alert -> {
            assertThat(alert.annotations()).isEmpty();
            assertThat(alert.suppressed()).isFalse();
        });
    }

    @Test
    void aSilenceWithoutAnEndIsNamedByItsField() {
        server.answer("/api/v2/silences", """
                [{"id":"s","status":{"state":"active"},"matchers":[],"startsAt":"2026-11-24T07:00:00Z"}]""");

        var problem = catchThrowableOfType(SourceException.class, () -> source().silences());

        assertThat(problem).hasMessageContainingAll("alerts-eu", "api/v2/silences", "[0].endsAt");
    }

    @Test
    void aWebPageWithStatus200MeansThatSomebodyHasToSignIn() {
        server.answer("/api/v2/alerts", answer(200, "text/html", "<!doctype html><title>Sign in</title>"));

        assertThat(problem())
                .hasMessageContainingAll("alerts-eu", "Sign in")
                .returns(Kind.SIGN_IN_NEEDED, SourceException::kind);
    }

    @Test
    void theTextOfARefusalIsKept() {
        var text = "Limit of concurrent GET requests reached (8), try again later.";
        server.answer("/api/v2/alerts", answer(503, "text/plain", text));

        assertThat(problem())
                .hasMessageContainingAll("alerts-eu", "503", text)
                .returns(Kind.REFUSED, SourceException::kind);
    }

    @Test
    void aBareJsonStringIsReadAsTheServersWords() {
        server.answer("/api/v2/alerts", Recorded.answer("alertmanager-0.25.0/bad-filter"));

        assertThat(problem())
                .hasMessageContainingAll("alerts-eu", "400", "bad matcher format: {model=\"reco\"}")
                .returns(Kind.REFUSED, SourceException::kind);
    }

    @Test
    void anOlderOrOtherServerIsRefusedWithItsWords() {
        server.answer("/api/v2/alerts", Recorded.answer("alertmanager-0.25.0/unknown-path"));

        assertThat(problem()).hasMessageContainingAll("404", "path /api/v2/nope was not found");
    }

    @Test
    void aBodyCutHalfwayIsABadAnswer() {
        var whole = Recorded.answer("alertmanager-0.25.0/alerts");
        server.answer(
                "/api/v2/alerts",
                whole.newBuilder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());

        assertThat(problem())
                .hasMessageContainingAll("alerts-eu", "api/v2/alerts", "cut")
                .returns(Kind.BAD_ANSWER, SourceException::kind);
    }

    @Test
    void aStallEndsInTime() {
        server.answer(
                "/api/v2/alerts",
                Recorded.answer("alertmanager-0.25.0/alerts")
                        .newBuilder()
                        .throttleBody(100, 1, TimeUnit.HOURS)
                        .build());

        assertThat(problem())
                .hasMessageContainingAll("alerts-eu", "stalled")
                .returns(Kind.UNREACHABLE, SourceException::kind);
    }

    @Test
    void aRateLimitSaysWhenToComeBack() {
        server.answer(
                "/api/v2/alerts",
                answer(429, "text/plain", "slow down")
                        .newBuilder()
                        .addHeader("Retry-After", "17")
                        .build());

        assertThat(problem().retryAfter()).contains(Duration.ofSeconds(17));
    }

    @Test
    void anAlertFromTheFutureIsKeptWithAgeZero() throws Exception {
        var now = Instant.parse("2026-11-24T07:00:00Z");
        server.answer("/api/v2/alerts", """
                [{"fingerprint":"a","startsAt":"2026-11-24T07:04:00Z","labels":{},"status":{}}]""");

        assertThat(source().firing()).extracting(alert -> alert.age(now)).containsExactly(Duration.ZERO);
    }

    @Test
    void hugeNamesArrive() throws Exception {
        var name = "n".repeat(10_000);
        server.answer("/api/v2/alerts", """
                [{"fingerprint":"a","startsAt":"2026-11-24T07:04:00Z","labels":{"alertname":"%s"},"status":{}}]""".formatted(name));

        assertThat(source().firing()).extracting(Alert::name).containsExactly(name);
    }

    @Test
    void aFingerprintToldTwiceIsOneAlert() throws Exception {
        var alert = "{\"fingerprint\":\"a\",\"startsAt\":\"2026-11-24T07:04:00Z\",\"labels\":{},\"status\":{}}";
        server.answer("/api/v2/alerts", "[" + alert + "," + alert + "]");

        assertThat(source().firing()).hasSize(1);
    }

    @Test
    void anInterruptEndsTheCall() {
        server.answer("/api/v2/alerts", "[]");
        Thread.currentThread().interrupt();

        assertThat(catchThrowable(() -> source().firing())).isInstanceOf(InterruptedException.class);
    }

    private SourceException problem() {
        return catchThrowableOfType(SourceException.class, () -> source().firing());
    }

    private AlertmanagerSource source() throws Exception {
        var http = JsonHttp.open("alerts-eu", server.url(), Access.open(), QUICK);
        return new AlertmanagerSource(http, List.of(), SeverityRules.USUAL);
    }

    private static MockResponse answer(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", type)
                .body(body)
                .build();
    }
}
