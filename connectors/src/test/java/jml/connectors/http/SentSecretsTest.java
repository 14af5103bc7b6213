package jml.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import jml.core.source.SourceException;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SentSecretsTest {
    private static final String TOKEN = "tok/en+with=all\"kinds&of<letters";
    private static final String KEY = "a-key-in-a-plain-header";

    private static final SecretReader SECRETS =
            secret -> secret.equals(new Secret.Environment("HEADER")) ? "secret-header-value" : TOKEN;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "401|bad token $",
                "403|{\"message\":\"bad token $\"}",
                "500|{\"said\":\"$\"}",
                "422|\"$\"",
                "503|<html><title>$</title>",
                "200|$ is no JSON",
                "200|{\"size\": $}",
            })
    void noMessageRepeatsWhatTheServerEchoes(String script) throws Exception {
        echo(Integer.parseInt(script.substring(0, 3)), script.substring(4));
        var bearer = access().withAuth(new Auth.Bearer(new Secret.Environment("TOKEN")));
        var basic = access().withAuth(new Auth.Basic("me", new Secret.Environment("TOKEN")));

        assertThat(everythingOf(bearer)).doesNotContain("tok/en", "tok%2Fen", KEY, "secret-header-value");
        assertThat(everythingOf(basic))
                .doesNotContain("tok/en", KEY, "secret-header-value")
                .doesNotContain(Base64.getEncoder().encodeToString(("me:" + TOKEN).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aRedirectThatQuotesTheTokenDoesNotEither() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", "http://127.0.0.1:9/?was=secret-header-value")
                        .build();
            }
        });

        assertThat(everythingOf(access())).contains("no answer").doesNotContain("secret-header-value");
    }

    @Test
    void whatAnActIsToldDoesNotEither() throws Exception {
        echo(403, "{\"message\":\"bad token $\"}");
        var bearer = access().withAuth(new Auth.Bearer(new Secret.Environment("TOKEN")));
        var writes = JsonWrites.open("lab", server.url("/").toString(), bearer, Limits.standard(), SECRETS);

        var sent = writes.send("POST", MissingNode.getInstance(), "x");

        assertThat(sent).isInstanceOfSatisfying(Sent.Answered.class, answered -> {
            assertThat(answered.words()).contains("bad token").doesNotContain("tok/en", KEY, "secret-header-value");
            assertThat(answered.body()).doesNotContain("tok/en", "tok\\/en", KEY, "secret-header-value");
        });
    }

    @Test
    void aBeginningThatEndsInsideASecretIsCutBeforeIt() {
        var sent = SentSecrets.of(List.of("abcdefghij", "pw"));

        assertThat(sent.removedFromStart("bad token abcdef")).isEqualTo("bad token •••");
        assertThat(sent.removedFrom("pw of power: pw")).isEqualTo("••• of power: •••");
    }

    private static Access access() {
        return Access.open()
                .withHeaders(Map.of("X-Api-Key", KEY, "X-Scope-OrgID", "team"))
                .withSecretHeaders(Map.of("X-Secret", new Secret.Environment("HEADER")));
    }

    /// Answers with the headers of the question in place of `$`.
    private void echo(int status, String body) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var headers = request.getHeaders();
                var sent =
                        headers.get("Authorization") + " " + headers.get("X-Api-Key") + " " + headers.get("X-Secret");
                return new MockResponse.Builder()
                        .code(status)
                        .body(body.replace("$", body.startsWith("{\"") || body.startsWith("\"") ? quoted(sent) : sent))
                        .build();
            }
        });
    }

    private static String quoted(String text) {
        return text.replace("\"", "\\\"").replace("/", "\\/");
    }

    /// Message and stack trace, as a log would write them.
    private String everythingOf(Access access) throws SourceException {
        SecretReader secrets =
                secret -> secret.equals(new Secret.Environment("HEADER")) ? "secret-header-value" : TOKEN;
        var http = JsonHttp.open(
                "lab", server.url("/").toString(), access, Limits.standard().withRetries(0), SECRETS);
        var failure = catchThrowableOfType(SourceException.class, () -> http.read(ReadRequest.get("x"), Map.class));
        var written = new StringWriter();
        failure.printStackTrace(new PrintWriter(written));
        return written.toString();
    }
}
