package jml.connectors.opa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import jml.connectors.http.Access;
import jml.core.policy.PolicyDecision;
import jml.core.policy.PolicyGate;
import jml.core.policy.PolicyInput;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever does not say yes in the form that was agreed on allows nothing.
class OpaPolicyEngineTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theInputIsSentWithItsInstantAndNothingThatIsNotKnown() throws Exception {
        ask(200, "{\"result\":true}");

        var request = server.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/data/jml/release");
        assertThat(request.getBody().utf8())
                .contains("\"at\":\"2026-11-11T14:32:06Z\"", "\"budget\":{\"remainingPercent\":88.0}", "\"card\":{}");
    }

    @Test
    void aBareBooleanDecides() throws Exception {
        assertThat(ask(200, "{\"result\":true}").outcome()).isEqualTo(PolicyDecision.Outcome.ALLOWED);
        assertThat(ask(200, "{\"result\":false}").sentence())
                .isEqualTo("Allowed by OPA, jml/release (jml/release): It does not allow this, and names no rule."
                        + " Ask who keeps the rules of jml/release.");
    }

    @Test
    void aNoIsANoWhateverItsRulesSay() throws Exception {
        var rule = "{\"id\":\"a\",\"severity\":\"deny\",\"outcome\":\"%s\",\"reason\":\"%s\"}";

        assertThat(ask(200, "{\"result\":{\"allow\":false,\"rules\":[" + rule.formatted("passed", "") + "]}}")
                        .outcome())
                .isEqualTo(PolicyDecision.Outcome.DENIED);
        assertThat(ask(200, "{\"result\":{\"allow\":true,\"rules\":[" + rule.formatted("failed", "x") + "]}}")
                        .outcome())
                .isEqualTo(PolicyDecision.Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "200|{}|no rule at jml/release has a value",
                "200|{\"result\":\"yes\"}|allow is missing",
                "200|{\"result\":{\"allow\":\"true\"}}|allow is no boolean",
                "200|{\"result\":{\"allow\":true,\"rules\":[{\"id\":\"a\"}]}}|rules[0].outcome is no text",
                "200|{\"result\":{\"allow\":true,\"rules\":[{\"id\":\"a\",\"severity\":\"deny\",\"outcome\":\"excepted\"}]}}"
                        + "|rules[0].outcome is not known: excepted",
                "200|{\"result\":|bad answer",
                "500|{\"code\":\"internal_error\",\"message\":\"rule conflict\"}|rule conflict",
                "401|{\"code\":\"unauthorized\",\"message\":\"no\"}|sign in"
            })
    void whatIsNoAnswerAllowsNothingAndSaysWhy(int status, String body, String why) throws Exception {
        var decision = ask(status, body);

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.NOT_DECIDED);
        assertThat(decision.sentence())
                .startsWith("OPA, jml/release did not decide, so nothing is allowed: ")
                .contains(why);
    }

    @Test
    void aServerThatIsAwayAllowsNothing() throws Exception {
        var engine = engine();
        server.close();

        assertThat(PolicyGate.ask(engine, input()).sentence()).contains("did not decide", "no answer");
    }

    @Test
    void aServerThatDoesNotAnswerInTimeAllowsNothing() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(PolicyGate.ask(engine(), input()).outcome()).isEqualTo(PolicyDecision.Outcome.NOT_DECIDED);
    }

    private PolicyDecision ask(int status, String body) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());
        return PolicyGate.ask(engine(), input());
    }

    private OpaPolicyEngine engine() throws Exception {
        return OpaPolicyEngine.at(server.url("/").toString(), "jml/release", Access.open());
    }

    private static PolicyInput input() {
        return PolicyInput.at(Instant.parse("2026-11-11T14:32:06Z"))
                .budget(88.0)
                .build();
    }
}
