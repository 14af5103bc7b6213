package jml.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AccessTest {
    private static final Limits LIMITS = Limits.standard().withRetries(0);

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer elsewhere = new MockWebServer();
    private final List<Secret> forgotten = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        server.close();
        elsewhere.close();
    }

    private final SecretReader secrets = new SecretReader() {
        @Override
        public String read(Secret secret) throws SecretException {
            if (secret instanceof Secret.Environment(var variable)) {
                return "value-of-" + variable;
            }
            throw new SecretException("keyring entry is empty");
        }

        @Override
        public void forget(Secret secret) {
            forgotten.add(secret);
        }
    };

    private JsonHttp http(Access access) throws SourceException {
        return JsonHttp.open("lab", server.url("/").toString(), access, LIMITS, secrets);
    }

    private static MockResponse json() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("{}")
                .build();
    }

    private SourceException failure(JsonHttp http) {
        return catchThrowableOfType(SourceException.class, () -> http.tree(ReadRequest.get("x")));
    }

    @Test
    void everyKindOfCredentialIsSent() throws Exception {
        server.start();
        for (int i = 0; i < 3; i++) {
            server.enqueue(json());
        }
        http(Access.open().withAuth(new Auth.Bearer(new Secret.Environment("T"))))
                .tree(ReadRequest.get("x"));
        http(Access.open().withAuth(new Auth.Basic("ümit", new Secret.Environment("P"))))
                .tree(ReadRequest.get("x"));
        http(Access.open()
                        .withHeaders(Map.of("X-Scope-OrgID", "a"))
                        .withSecretHeaders(Map.of("X-Key", new Secret.Environment("K"))))
                .tree(ReadRequest.get("x"));
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer value-of-T");
        assertThat(server.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo(okhttp3.Credentials.basic("ümit", "value-of-P", java.nio.charset.StandardCharsets.UTF_8));
        var third = server.takeRequest().getHeaders();
        assertThat(third.get("X-Scope-OrgID")).isEqualTo("a");
        assertThat(third.get("X-Key")).isEqualTo("value-of-K");
    }

    @Test
    void aSecretThatIsNotThereIsAMistakeOfTheProfile() throws Exception {
        server.start();
        var failure = failure(http(Access.open().withAuth(new Auth.Bearer(new Secret.Keyring("jml", "lab")))));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure).hasMessageContaining("keyring entry is empty");
    }

    @Test
    void aSecretWithALineBreakIsNotQuoted() throws Exception {
        server.start();
        var reader = new SecretReader() {
            @Override
            public String read(Secret secret) {
                return "hunter2\r\nX: y";
            }
        };
        var access = Access.open().withSecretHeaders(Map.of("X-Key", new Secret.Environment("K")));
        var failure = failure(JsonHttp.open("lab", server.url("/").toString(), access, LIMITS, reader));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure).hasMessageNotContaining("hunter2").hasMessageContaining("X-Key");
    }

    @Test
    void aRefusedSecretIsReadAgainNextTime() throws Exception {
        server.start();
        server.enqueue(new MockResponse.Builder().code(401).build());
        var token = new Secret.Environment("T");
        assertThat(failure(http(Access.open().withAuth(new Auth.Bearer(token)))).kind())
                .isEqualTo(Kind.SIGN_IN_NEEDED);
        assertThat(forgotten).containsExactly(token);
    }

    @Test
    void anotherHostSeesNoCredentials() throws Exception {
        server.start();
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", elsewhere.url("/new?q=1"))
                .build());
        elsewhere.enqueue(json());
        http(Access.open()
                        .withAuth(new Auth.Bearer(new Secret.Environment("T")))
                        .withHeaders(Map.of("X-Scope-OrgID", "a")))
                .tree(ReadRequest.get("x"));
        var headers = elsewhere.takeRequest().getHeaders();
        assertThat(headers.get("Authorization")).isNull();
        assertThat(headers.get("X-Scope-OrgID")).isNull();
    }

    @Test
    void theSameHostSeesTheSameQuestionAgain() throws Exception {
        server.start();
        server.enqueue(new MockResponse.Builder()
                .code(301)
                .addHeader("Location", "/moved")
                .build());
        server.enqueue(json());
        http(Access.open().withAuth(new Auth.Bearer(new Secret.Environment("T"))))
                .tree(ReadRequest.postForm("x").with("query", "up"));
        server.takeRequest();
        var second = server.takeRequest();
        assertThat(second.getRequestLine()).startsWith("POST /moved");
        assertThat(second.getBody().utf8()).isEqualTo("query=up");
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer value-of-T");
    }

    @Test
    void aPostedQuestionDoesNotLeaveForAnotherHost() throws Exception {
        server.start();
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", elsewhere.url("/new"))
                .build());
        var failure = catchThrowableOfType(SourceException.class, () -> http(Access.open())
                .tree(ReadRequest.postForm("x").with("query", "up")));
        assertThat(failure.kind()).isEqualTo(Kind.SIGN_IN_NEEDED);
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    @Test
    void redirectsInACircleEnd() throws Exception {
        server.start();
        for (int i = 0; i < 7; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "/again")
                    .build());
        }
        assertThat(failure(http(Access.open()))).hasMessageContaining("redirected more than 5 times");
    }

    @Test
    void anOwnAuthorityAndAClientCertificateAreUsed() throws Exception {
        var authority = new HeldCertificate.Builder()
                .certificateAuthority(1)
                .commonName("lab")
                .build();
        var own = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        var client = new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName("console")
                .rsa2048()
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(own)
                .addTrustedCertificate(authority.certificate())
                .build()
                .sslSocketFactory());
        server.requireClientAuth();
        server.start();
        server.enqueue(json());
        var trusting = Access.open().withCertificateAuthority(write("ca.pem", authority.certificatePem()));
        var chain = write("client.pem", client.certificatePem());
        var key = write("client.key", client.privateKeyPkcs8Pem());

        http(trusting.withClientCertificate(new Access.ClientCertificate(chain, key)))
                .tree(ReadRequest.get("x"));

        assertThat(server.takeRequest().getHandshake().peerPrincipal().getName())
                .contains("CN=console");
        assertThat(failure(http(Access.open())).kind()).isEqualTo(Kind.MISCONFIGURED);
        // In TLS 1.3 the server's alert and the end of the connection race; the alert alone tells what is missing.
        assertThat(failure(http(trusting)).kind()).isIn(Kind.SIGN_IN_NEEDED, Kind.UNREACHABLE);
    }

    @Test
    void filesThatAreNotWhatTheyMustBeAreNamed() throws Exception {
        server.start();
        var held = new HeldCertificate.Builder().build();
        var chain = write("c.pem", held.certificatePem());
        var old = write("old.key", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        var junk = write("junk.pem", "junk");
        var wrong = List.of(
                Access.open().withClientCertificate(new Access.ClientCertificate(chain, old)),
                Access.open().withCertificateAuthority(junk),
                Access.open().withCertificateAuthority(folder.resolve("absent.pem")));
        var names = List.of("openssl pkcs8 -topk8", "junk.pem", "absent.pem");
        for (int i = 0; i < wrong.size(); i++) {
            var access = wrong.get(i);
            var failure = catchThrowableOfType(SourceException.class, () -> http(access));
            assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(failure).hasMessageContaining(names.get(i));
        }
    }

    @Test
    void aProxyIsAskedInsteadOfTheServer() throws Exception {
        server.start();
        elsewhere.enqueue(json());
        var proxy = new Access.HttpProxy(elsewhere.getHostName(), elsewhere.getPort());
        http(Access.open().withProxy(proxy)).tree(ReadRequest.get("x"));
        assertThat(elsewhere.takeRequest().getTarget()).startsWith("http://");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void nothingSecretIsPrinted() {
        var access = Access.open()
                .withAuth(new Auth.Basic(
                        "me", new Secret.Command(List.of("pass", "show", "hunter2"), Duration.ofSeconds(1))))
                .withHeaders(Map.of("X-Api-Key", "hunter2"));
        assertThat(access.toString()).contains("X-Api-Key", "pass").doesNotContain("hunter2");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
