package jml.connectors.kubernetes;

import static jml.connectors.kubernetes.Resource.DEPLOYMENTS;
import static jml.connectors.kubernetes.Resource.PODS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What answers that cannot be used lead to: a message that names the fault, and the last good state.
class BadAnswersTest extends OnFakeCluster {
    @Test
    void aListThatIsCutInTheMiddleKeepsWhatWasKnown() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        server.refuse(PODS, FakeApiServer.json("{\"kind\":\"PodList\",\"metadata\":{},\"items\":[{\"metadata\":{\"na"));
        server.send(PODS, GONE);

        var problem = awaitFailure();
        server.allow(PODS);

        assertThat(problem.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(problem).hasMessageContaining("pods: the JSON is cut off");
        awaitReturn();
        awaitReady("ranker", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\":\"no user has the token %s\"}", "Authorization: Bearer %s"})
    void aCredentialThatTheServerSaysBackIsNotShown(String body) throws Exception {
        server.refuse(
                PODS,
                new MockResponse.Builder()
                        .code(500)
                        .body(body.formatted(TestCluster.TOKEN))
                        .build());

        assertThat(awaitFailure()).hasMessageContaining("•••").hasMessageNotContaining(TestCluster.TOKEN);
    }

    @Test
    void aWatchThatEndsWithACredentialDoesNotShowItEither() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        server.send(
                PODS,
                "{\"type\":\"ERROR\",\"object\":{\"message\":\"stale %s\",\"code\":500}}".formatted(TestCluster.TOKEN));

        assertThat(awaitFailure()).hasMessageContaining("•••").hasMessageNotContaining(TestCluster.TOKEN);
    }

    @Test
    void pausesGrowAndDifferByChanceAndObeyTheServer() throws Exception {
        server.refuse(
                PODS,
                new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "77")
                        .build());

        var problem = awaitFailure();

        assertThat(problem.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(77));
        while (pause.pauses().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(pause.pauses()).allMatch(Duration.ofSeconds(77)::equals);
    }

    @Test
    void aStalledListEndsWithTheTimeLimit() throws Exception {
        orchestrator.close();
        var settings = new ClusterSettings(
                "lab", "production", List.of("ml"), "", Duration.ofMillis(300), Duration.ofSeconds(30));
        orchestrator = TestCluster.at(server, settings);
        server.refuse(
                DEPLOYMENTS,
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());

        var problem = catchThrowableOfType(SourceException.class, orchestrator::workloads);

        assertThat(problem.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(problem).hasMessageContaining("deployments");
    }

    @Test
    void aLoginPageStopsTheWatchUntilSomebodyAsks() throws Exception {
        server.refuse(
                PODS,
                new MockResponse.Builder()
                        .addHeader("Content-Type", "text/html; charset=utf-8")
                        .body("<html><form>password</form></html>")
                        .build());

        var problem = awaitFailure();

        assertThat(problem.kind()).isEqualTo(Kind.SIGN_IN_NEEDED);
        assertThat(problem).hasMessageContaining("pods").hasMessageNotContaining("<html>");
        assertThat(server.asked(PODS)).hasSize(1);
        server.allow(PODS);
        awaitReady("ranker", 3);
    }

    @Test
    void anAnswerThatIsNoListNamesWhatIsMissing() throws Exception {
        server.refuse(PODS, FakeApiServer.json("{\"kind\":\"PodList\",\"metadata\":{}}"));

        var problem = awaitFailure();

        assertThat(problem.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(problem).hasMessageContaining("items is missing");
    }

    @Test
    void anObjectWithoutANameIsNamedAsTheFault() throws Exception {
        server.refuse(
                DEPLOYMENTS,
                FakeApiServer.json(
                        "{\"kind\":\"DeploymentList\",\"metadata\":{},\"items\":[{\"metadata\":{\"uid\":\"u\"}}]}"));

        assertThat(awaitFailure()).hasMessageContaining("metadata.namespace");
    }

    @Test
    void aHugeAnswerIsCutOff() throws Exception {
        var line = " ".repeat(1 << 20);
        server.refuse(
                PODS,
                new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body(new Repeated(line, 80))
                        .build());

        var problem = awaitFailure();

        assertThat(problem.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(problem).hasMessageContaining("larger than the limit of 64 MB");
    }
}
