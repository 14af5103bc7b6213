package jml.connectors.kubernetes;

import static jml.connectors.kubernetes.Resource.PODS;
import static jml.connectors.kubernetes.Resource.ROLLOUTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jml.connectors.Recorded;
import jml.core.release.Workload;
import jml.core.source.SourceException.Kind;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/// How watches live through what servers do to them.
class WatchTest extends OnFakeCluster {
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
    void whatAPodDoesNotConcernIsTheSameInstance() throws Exception {
        awaitReady("ranker", 3);
        var before = orchestrator.workloads();

        server.remove(PODS, "fraud-");
        awaitReady("fraud", 0);

        var after = orchestrator.workloads();
        assertThat(named(after, "ranker")).isSameAs(named(before, "ranker"));
        assertThat(named(after, "fraud")).isNotEqualTo(named(before, "fraud"));
    }

    private static Workload named(List<Workload> workloads, String name) {
        return workloads.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
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

        server.send(PODS, GONE);

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
    void aClusterThatWasRestoredFromABackupIsListedAnew() throws Exception {
        awaitReady("ranker", 3);
        server.awaitWatch(PODS);
        server.refuse(PODS, new MockResponse.Builder().code(503).build());
        server.endWatches(PODS);
        awaitFailure();

        server.restore();
        server.allow(PODS);

        awaitReturn();
        awaitReady("ranker", 0);
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
    void aClosedOrchestratorLetsGoOfItsThreadsAndSaysSo() throws Exception {
        awaitReady("ranker", 3);

        orchestrator.close();

        var problem = awaitFailure();
        assertThat(problem).hasMessageContaining("closed");
    }
}
