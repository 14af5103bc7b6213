package jml.connectors.kubernetes;

import static jml.connectors.kubernetes.Resource.DEPLOYMENTS;
import static jml.connectors.kubernetes.Resource.PODS;
import static jml.connectors.kubernetes.Resource.REPLICA_SETS;
import static jml.connectors.kubernetes.Resource.ROLLOUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jml.connectors.Recorded;
import jml.core.release.Workload;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How watches live through what servers do to them.
class WatchTest {
    private final LinkedBlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
    private final RecordingPause pause = new RecordingPause();
    private FakeApiServer server;
    private KubernetesOrchestrator orchestrator;

    @BeforeEach
    void connect() throws Exception {
        server = new FakeApiServer().holding(Resource.values());
        orchestrator = TestCluster.at(server, TestCluster.settings(List.of("jml-connector-test")), pause);
        orchestrator.onChange(() -> changes.add(true));
    }

    @AfterEach
    void disconnect() {
        orchestrator.close();
        server.close();
    }

    private int ready(String name) throws Exception {
        return orchestrator.workloads().stream()
                .filter(each -> each.name().equals(name))
                .mapToInt(each -> each.pods().ready())
                .sum();
    }

    private void awaitReady(String name, int wanted) throws Exception {
        while (ready(name) != wanted) {
            assertThat(changes.poll(30, TimeUnit.SECONDS)).as("a change").isNotNull();
        }
    }

    private SourceException awaitFailure() throws Exception {
        while (true) {
            var problem = catchThrowableOfType(SourceException.class, orchestrator::workloads);
            if (problem != null) {
                return problem;
            }
            assertThat(changes.poll(30, TimeUnit.SECONDS)).as("a change").isNotNull();
        }
    }

    private void awaitReturn() throws Exception {
        while (catchThrowableOfType(SourceException.class, orchestrator::workloads) != null) {
            assertThat(changes.poll(30, TimeUnit.SECONDS)).as("its return").isNotNull();
        }
    }

    @Test
    void aPodThatGoesIsNoLongerCounted() throws Exception {
        awaitReady("ranker", 3);

        server.remove(
                PODS,
                FakeApiServer.recorded(PODS, "ranker-")
                        .path("metadata")
                        .path("name")
                        .asText());

        awaitReady("ranker", 2);
    }

    @Test
    void manyChangesAreToldOnceUntilSomebodyAsks() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        changes.clear();

        server.remove(PODS, "ranker-");
        server.remove(PODS, "fraud-");
        assertThat(changes.poll(30, TimeUnit.SECONDS)).isNotNull();
        server.endWatches(PODS);
        server.awaitWatch(PODS);

        assertThat(changes).isEmpty();
    }

    @Test
    void aWatchThatEndsGoesOnFromItsLastPlace() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        server.remove(PODS, "fraud-");
        awaitReady("fraud", 0);

        server.endWatches(PODS);
        server.awaitWatch(PODS);

        assertThat(server.asked(PODS))
                .filteredOn(url -> url.queryParameter("watch") == null)
                .hasSize(1);
        assertThat(server.asked(PODS).getLast().queryParameter("allowWatchBookmarks"))
                .isEqualTo("true");
        assertThat(orchestrator.describe()).doesNotContain("listed anew");
    }

    @Test
    void aBookmarkMovesThePlaceAndNothingElse() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);

        server.send(PODS, """
                {"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"4711"}}}""");
        server.endWatches(PODS);
        server.awaitWatch(PODS);

        assertThat(server.asked(PODS).getLast().queryParameter("resourceVersion"))
                .isEqualTo("4711");
        assertThat(ready("ranker")).isEqualTo(3);
    }

    @Test
    void anErrorEventThatSaysGoneListsAnew() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        server.forget(PODS);

        server.send(PODS, """
                {"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",
                 "message":"too old resource version: 1 (1500)","reason":"Expired","code":410}}""".replace("\n", ""));

        awaitReady("ranker", 0);
        assertThat(orchestrator.describe()).endsWith("listed anew 1 time");
    }

    @Test
    void aWatchThatIsRefusedAsGoneListsAnew() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        server.forget(PODS);
        server.refuseWatch(PODS, Recorded.answer(FakeApiServer.RECORDED + "continue-expired"));

        server.endWatches(PODS);

        awaitReady("ranker", 0);
    }

    @Test
    void theRecordedErrorOfARealServerIsUnderstood() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        server.forget(PODS);
        server.refuseWatch(PODS, Recorded.answer(FakeApiServer.RECORDED + "watch-too-old"));

        server.endWatches(PODS);

        awaitReady("ranker", 0);
    }

    @Test
    void aListThatNeverHoldsStillIsAFailureNotAWaitWithoutEnd() throws Exception {
        server.refuse(PODS, Recorded.answer(FakeApiServer.RECORDED + "continue-expired"));

        assertThat(awaitFailure()).hasMessageContaining("faster than they could be listed");
    }

    @Test
    void aServerThatIsAwayIsToldAndItsReturnToo() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        server.refuse(
                PODS, new MockResponse.Builder().code(503).body("no endpoints").build());
        server.endWatches(PODS);

        var problem = awaitFailure();
        assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
        assertThat(problem).hasMessageContaining("503").hasMessageContaining("no endpoints");

        server.remove(PODS, "ranker-");
        server.allow(PODS);
        awaitReturn();
        awaitReady("ranker", 0);
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
    void aConnectionThatIsCutInTheMiddleOfAListKeepsWhatWasKnown() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        server.refuse(PODS, FakeApiServer.json("{\"kind\":\"PodList\",\"metadata\":{},\"items\":[{\"metadata\":{\"na"));
        server.endWatches(PODS);
        var refused = awaitFailure();
        assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);

        server.allow(PODS);
        awaitReturn();
        awaitReady("ranker", 3);
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
    void aSilentWatchIsAskedAgainWithoutAnAlarm() throws Exception {
        orchestrator.close();
        var settings = new ClusterSettings(
                "lab", "production", List.of("ml"), "", Duration.ofSeconds(5), Duration.ofMillis(200));
        orchestrator = TestCluster.at(server, settings);
        orchestrator.workloads();
        server.awaitWatch(ROLLOUTS);

        server.awaitWatch(ROLLOUTS);

        assertThat(orchestrator.workloads()).isNotEmpty();
        assertThat(server.asked(ROLLOUTS))
                .filteredOn(url -> url.queryParameter("watch") == null)
                .hasSize(1);
    }

    @Test
    void thousandsAreListedInPages() throws Exception {
        var pod = FakeApiServer.recorded(PODS, "ranker-");
        for (int i = 0; i < 1_200; i++) {
            var copy = pod.deepCopy();
            var metadata = (ObjectNode) copy.path("metadata");
            metadata.put("uid", "made-" + i).put("name", "ranker-made-" + i);
            server.put(PODS, copy);
        }

        assertThat(ready("ranker")).isEqualTo(1_203);
        assertThat(server.asked(PODS))
                .filteredOn(url -> url.queryParameter("limit") != null)
                .hasSize(3);
    }

    @Test
    void aMissingRightIsAWarningAndHidesOnlyItself() throws Exception {
        server.refuse(ROLLOUTS, Recorded.answer(FakeApiServer.RECORDED + "forbidden"));

        assertThat(orchestrator.workloads()).extracting(Workload::kind).containsOnly(Workload.Kind.DEPLOYMENT);
        assertThat(orchestrator.warnings()).containsExactly("may not list rollouts.argoproj.io in jml-connector-test");
    }

    @Test
    void withoutTheRightToPodsTheControllersOwnCountsAreShown() throws Exception {
        server.refuse(PODS, Recorded.answer(FakeApiServer.RECORDED + "forbidden"));

        assertThat(ready("ranker")).isEqualTo(3);
        assertThat(ready("fraud")).isEqualTo(4);
        assertThat(orchestrator.warnings()).containsExactly("may not list pods in jml-connector-test");
    }

    @Test
    void withoutTheRightToReplicaSetsTheTemplateNamesTheVersion() throws Exception {
        server.refuse(REPLICA_SETS, Recorded.answer(FakeApiServer.RECORDED + "forbidden"));

        assertThat(orchestrator.workloads())
                .filteredOn(each -> each.name().equals("ranker"))
                .singleElement()
                .satisfies(ranker -> {
                    assertThat(ranker.pods().ready()).isEqualTo(3);
                    assertThat(ranker.revisions())
                            .extracting(Workload.Revision::modelVersion)
                            .containsExactly("7");
                });
    }

    @Test
    void whereWatchingIsNotAllowedListingGoesOn() throws Exception {
        server.refuseWatch(PODS, Recorded.answer(FakeApiServer.RECORDED + "forbidden"));
        awaitReady("ranker", 3);
        while (orchestrator.warnings().isEmpty()) {
            Thread.onSpinWait();
        }

        server.remove(PODS, "ranker-");

        awaitReady("ranker", 0);
        assertThat(pause.pauses())
                .allSatisfy(each -> assertThat(each).isBetween(Duration.ofMillis(500), Duration.ofMinutes(1)));
        assertThat(orchestrator.warnings())
                .containsExactly("may not watch pods in jml-connector-test: listed about every minute instead");
    }

    /// Seen with a real API server that was killed and came back: it denied everybody for some seconds.
    @Test
    void aDenialOfWhatWasAllowedIsNotBelievedAtOnce() throws Exception {
        orchestrator.close();
        var pausing = new Semaphore(0);
        var go = new Semaphore(0);
        orchestrator = TestCluster.at(server, TestCluster.settings(List.of("jml-connector-test")), duration -> {
            pausing.release();
            go.acquire();
        });
        orchestrator.onChange(() -> changes.add(true));
        awaitReady("ranker", 3);
        server.awaitWatch(ROLLOUTS);
        server.refuse(ROLLOUTS, Recorded.answer(FakeApiServer.RECORDED + "forbidden"));
        server.send(ROLLOUTS, """
                {"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"4711"}}}""");
        server.endWatches(ROLLOUTS);
        pausing.acquire();

        var problem = catchThrowableOfType(SourceException.class, orchestrator::workloads);
        server.allow(ROLLOUTS);
        go.release(100);

        assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
        assertThat(problem).hasMessageContaining("it was allowed before");
        awaitReturn();
        assertThat(ready("fraud")).isEqualTo(4);
        assertThat(orchestrator.warnings()).isEmpty();
    }

    @Test
    void aRightThatStaysAwayIsBelieved() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(ROLLOUTS);
        server.refuse(ROLLOUTS, Recorded.answer(FakeApiServer.RECORDED + "forbidden"));

        server.endWatches(ROLLOUTS);

        while (orchestrator.warnings().isEmpty()) {
            assertThat(changes.poll(30, TimeUnit.SECONDS)).as("a change").isNotNull();
            catchThrowableOfType(SourceException.class, orchestrator::workloads);
        }
        awaitReady("fraud", 0);
        assertThat(orchestrator.warnings()).containsExactly("may not list rollouts.argoproj.io in jml-connector-test");
    }

    @Test
    void whenNoWorkloadMayBeReadTheRightIsNamed() throws Exception {
        server.refuse(ROLLOUTS, Recorded.answer(FakeApiServer.RECORDED + "forbidden"));
        server.refuse(DEPLOYMENTS, Recorded.answer(FakeApiServer.RECORDED + "forbidden"));

        var problem = awaitFailure();

        assertThat(problem.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(problem).hasMessageContaining("deployments").hasMessageContaining("User \"viewer\" cannot list");
    }

    @Test
    void aClusterWithoutArgoIsFine() throws Exception {
        server.refuse(ROLLOUTS, Recorded.answer(FakeApiServer.RECORDED + "no-argo"));

        assertThat(orchestrator.workloads()).isNotEmpty();
        assertThat(orchestrator.warnings()).isEmpty();
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

    @Test
    void whoMayNotListEverywhereSeesTheContextsOwnNamespace() throws Exception {
        orchestrator.close();
        var settings = TestCluster.settings(List.of());
        var direct = TestCluster.login(settings, server.url());
        orchestrator = new KubernetesOrchestrator(
                settings,
                () -> {
                    var session = direct.login();
                    return new Session(
                            session.http(), session.base(), session.credential(), session.headers(), "mine", "");
                },
                InstantSource.system(),
                pause);
        server.onlyInNamespaces();

        orchestrator.workloads();

        assertThat(server.asked(PODS))
                .allSatisfy(url -> assertThat(url.encodedPath()).contains("/namespaces/mine/"));
        assertThat(orchestrator.warnings()).first().asString().contains("showing mine");
    }

    @Test
    void aClosedOrchestratorLetsGoOfItsThreadsAndSaysSo() throws Exception {
        awaitReady("ranker", 3);

        orchestrator.close();

        var problem = awaitFailure();
        assertThat(problem).hasMessageContaining("closed");
    }
}
