package jml.connectors.kubernetes;

import static jml.connectors.kubernetes.Resource.DEPLOYMENTS;
import static jml.connectors.kubernetes.Resource.PODS;
import static jml.connectors.kubernetes.Resource.REPLICA_SETS;
import static jml.connectors.kubernetes.Resource.ROLLOUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jml.connectors.Recorded;
import jml.core.release.Workload;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import org.junit.jupiter.api.Test;

/// What is shown and said when something may not be read.
class MissingRightsTest extends OnFakeCluster {
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

        while (!orchestrator.warnings().equals(List.of("may not list rollouts.argoproj.io in jml-connector-test"))) {
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
}
