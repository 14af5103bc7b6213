package jml.connectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jml.core.source.Connections.ClusterContext;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigLoginTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    private Path write(String name, String user) throws Exception {
        return Files.writeString(folder.resolve(name), """
                apiVersion: v1
                kind: Config
                current-context: prod
                clusters:
                - name: east
                  cluster: {server: "http://127.0.0.1:1/east"}
                contexts:
                - name: prod
                  context: {cluster: east, user: somebody, namespace: ml}
                - name: broken
                  context: {cluster: west, user: somebody}
                users:
                - name: somebody
                  user:
                """ + user.indent(4));
    }

    private KubeconfigLogin login(Path file, String context, Duration limit, InstantSource clock) {
        var settings = new ClusterSettings("lab", "production", List.of(), "", limit, Duration.ofSeconds(30));
        return new KubeconfigLogin(Kubeconfigs.of("lab", file.toString()), context, settings, clock, name -> null);
    }

    private KubeconfigLogin login(Path file, String context) {
        return login(file, context, Duration.ofMinutes(1), InstantSource.fixed(NOON));
    }

    private SourceException failure(KubeconfigLogin login) {
        return catchThrowableOfType(SourceException.class, login::login);
    }

    private Path script(String body) throws Exception {
        var script = folder.resolve("plugin");
        Files.writeString(script, "#!/bin/sh\n" + body);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private Path withPlugin(String body) throws Exception {
        script(body);
        return write("config", """
                exec:
                  apiVersion: client.authentication.k8s.io/v1
                  command: ./plugin
                  args: [get-token, --for, me]
                  env:
                  - {name: WHO, value: me}
                """);
    }

    @Test
    void aTokenIsSentAsOne() throws Exception {
        try (var session = login(write("config", "token: abc"), "").login()) {
            assertThat(session.credential().authorization()).isEqualTo("Bearer abc");
            assertThat(session.base()).hasToString("http://127.0.0.1:1/east/");
            assertThat(session.namespace()).isEqualTo("ml");
            assertThat(session).asString().doesNotContain("abc");
        }
    }

    @Test
    void userAndPasswordAndImpersonationAreSent() throws Exception {
        try (var session = login(write("config", "username: u\npassword: p\nas: somebody-else"), "prod")
                .login()) {
            assertThat(session.credential().authorization()).isEqualTo("Basic dTpw");
            assertThat(session.headers()).containsEntry("Impersonate-User", "somebody-else");
        }
    }

    @Test
    void aTokenFileIsReadAnewEachTime() throws Exception {
        var file = write("config", "tokenFile: token");
        Files.writeString(folder.resolve("token"), "one\n");
        try (var session = login(file, "prod").login()) {
            assertThat(session.credential().authorization()).isEqualTo("Bearer one");

            Files.writeString(folder.resolve("token"), "two\n");

            assertThat(session.credential().authorization()).isEqualTo("Bearer two");
        }
    }

    @Test
    void aContextThatIsNotThereNamesTheFileAndThoseThatAre() throws Exception {
        var file = write("config", "token: abc");

        var problem = failure(login(file, "staging"));

        assertThat(problem.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(problem)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("\"staging\"")
                .hasMessageContaining("prod, broken");
    }

    @Test
    void aContextWithoutItsClusterIsNamed() throws Exception {
        assertThat(failure(login(write("config", "token: abc"), "broken")))
                .hasMessageContaining("names cluster \"west\"");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var problem = failure(login(folder.resolve("none"), ""));

        assertThat(problem.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(problem).hasMessageContaining("none does not exist");
    }

    @Test
    void aFileThatIsNoKubeconfigIsNamedAndNotQuoted() throws Exception {
        var file = Files.writeString(folder.resolve("config"), "clusters: {secret-token: [");

        var problem = failure(login(file, ""));

        assertThat(problem.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(problem).hasMessageContaining(file.toString()).hasMessageNotContaining("secret-token");
    }

    @Test
    void theFirstOfSeveralFilesWins() throws Exception {
        var first = write("first", "token: one");
        var second = Files.writeString(
                folder.resolve("second"),
                Files.readString(write("second", "token: two"))
                        .replace("name: prod", "name: other")
                        .replace("namespace: ml", "namespace: team"));
        var both = Kubeconfigs.of("lab", first + File.pathSeparator + second);

        assertThat(both.contexts())
                .containsExactly(
                        new ClusterContext("prod", "east", "somebody", "ml"),
                        new ClusterContext("broken", "west", "somebody", ""),
                        new ClusterContext("other", "east", "somebody", "team"));
        assertThat(both.context("other").user()).isNotNull().extracting("token").isEqualTo("one");
    }

    @Test
    void aPluginIsAskedForTheTokenAndItsChatterIgnored() throws Exception {
        var file = withPlugin("""
                echo "a warning" >&2
                echo "$KUBERNETES_EXEC_INFO" | grep -q '"interactive":false' || exit 9
                printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential",'
                printf '"status":{"token":"%s-%s"}}' "$WHO" "$1"
                """);

        try (var session = login(file, "prod").login()) {
            assertThat(session.credential().authorization()).isEqualTo("Bearer me-get-token");
        }
    }

    @Test
    void aPluginIsRunAgainWhenItsTokenHasExpiredAndNotBefore() throws Exception {
        var file = withPlugin("""
                echo run >> runs
                printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential",'
                printf '"status":{"token":"%s","expirationTimestamp":"2026-11-24T12:10:00Z"}}' "$(wc -l < runs)"
                """.replace("runs", folder.resolve("runs").toString()));
        var now = new AtomicReference<>(NOON);
        try (var session = login(file, "prod", Duration.ofMinutes(1), now::get).login()) {
            var first = session.credential().authorization();
            now.set(NOON.plusSeconds(60));
            assertThat(session.credential().authorization()).isEqualTo(first);

            now.set(NOON.plus(Duration.ofMinutes(10)));

            assertThat(session.credential().authorization()).isEqualTo("Bearer 2");
        }
    }

    @Test
    void aPluginThatHangsIsKilledAfterTheTimeLimit() throws Exception {
        var file = withPlugin("sleep 600\n");

        var problem = failure(login(file, "prod", Duration.ofMillis(300), InstantSource.fixed(NOON)));

        assertThat(problem.kind()).isEqualTo(Kind.SIGN_IN_NEEDED);
        assertThat(problem)
                .hasMessageContaining("did not answer within")
                .hasMessageContaining("run `./plugin get-token --for me` in a terminal");
        // A kill is sent at once and carried out when the machine gets to it; left alone it would run for ten minutes.
        assertThat(ProcessHandle.allProcesses().filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent()))
                .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofMinutes(1)));
    }

    @Test
    void aPluginThatFailsSaysWhatItSaid() throws Exception {
        var problem = failure(login(withPlugin("echo 'session expired, run aws sso login' >&2; exit 3\n"), "prod"));

        assertThat(problem.kind()).isEqualTo(Kind.SIGN_IN_NEEDED);
        assertThat(problem).hasMessageContaining("ended with 3: session expired, run aws sso login");
    }

    @Test
    void whatAPluginPrintsIsNeverQuoted() throws Exception {
        var problem = failure(login(withPlugin("echo 'token=hush'\n"), "prod"));

        assertThat(problem).hasMessageContaining("no ExecCredential").hasMessageNotContaining("hush");
        assertThat(problem.getCause()).isNull();
    }

    @Test
    void aPluginOfAnotherVersionIsNamed() throws Exception {
        var problem = failure(login(
                withPlugin("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1alpha1\",\"status\":{}}'\n"),
                "prod"));

        assertThat(problem).hasMessageContaining("v1alpha1").hasMessageContaining("asks for");
    }

    @Test
    void aPluginThatIsNotInstalledIsMisconfigured() throws Exception {
        var file = write("config", "exec: {apiVersion: client.authentication.k8s.io/v1, command: no-such-plugin}");

        var problem = failure(login(file, "prod"));

        assertThat(problem.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(problem).hasMessageContaining("`no-such-plugin` cannot be started");
    }

    @Test
    void damagedCertificatesNameTheContext() throws Exception {
        var pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        var data = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
        var file = write("config", "client-certificate-data: " + data + "\nclient-key-data: " + data);

        var problem = failure(login(file, "prod"));

        assertThat(problem.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(problem).hasMessageContaining("certificates of context \"prod\"");
    }

    @Test
    void theEnvironmentsProxyIsUsedUnlessTheHostIsExcepted() throws Exception {
        var file = write("config", "token: abc");
        var settings = TestCluster.settings(List.of());
        var kubeconfigs = Kubeconfigs.of("lab", file.toString());
        var clock = InstantSource.fixed(NOON);

        var proxied = new KubeconfigLogin(
                kubeconfigs,
                "",
                settings,
                clock,
                name -> name.equals("HTTP_PROXY") ? "http://proxy.example:3128" : null);
        var direct = new KubeconfigLogin(kubeconfigs, "", settings, clock, name -> switch (name) {
            case "HTTP_PROXY" -> "http://proxy.example:3128";
            case "NO_PROXY" -> "example.org, 127.0.0.1";
            default -> null;
        });

        try (var session = proxied.login();
                var excepted = direct.login()) {
            assertThat(session.http().proxy()).asString().contains("proxy.example");
            assertThat(excepted.http().proxy()).asString().contains("DIRECT");
        }
    }
}
