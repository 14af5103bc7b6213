package jml.connectors.kubernetes;

import static jml.connectors.kubernetes.Resource.ANALYSIS_RUNS;
import static jml.connectors.kubernetes.Resource.DEPLOYMENTS;
import static jml.connectors.kubernetes.Resource.PODS;
import static jml.connectors.kubernetes.Resource.REPLICA_SETS;
import static jml.connectors.kubernetes.Resource.ROLLOUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jml.core.release.Orchestrator;
import jml.core.release.OrchestratorContract;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Rollout.Analysis;
import jml.core.release.Rollout.PauseReason;
import jml.core.release.Rollout.Phase;
import jml.core.release.Rollout.Step;
import jml.core.release.Workload;
import jml.core.release.Workload.Kind;
import jml.core.release.Workload.Resources;
import jml.core.release.Workload.Revision;
import jml.core.release.Workload.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is made of answers that a real API server gave, see `recording/kubernetes.sh`.
class KubernetesOrchestratorTest extends OrchestratorContract {
    private FakeApiServer server;
    private KubernetesOrchestrator orchestrator;

    @BeforeEach
    void connect() throws Exception {
        server = new FakeApiServer().holding(Resource.values());
        orchestrator = TestCluster.at(server);
    }

    @AfterEach
    void disconnect() {
        orchestrator.close();
        server.close();
    }

    @Override
    protected Orchestrator orchestrator() {
        return orchestrator;
    }

    @Override
    protected void change() throws Exception {
        server.awaitWatch(PODS);
        server.remove(PODS, "ranker-");
    }

    private Workload workload(String name) throws Exception {
        return orchestrator.workloads().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDeploymentHasItsLabelsItsVersionAndWhatItAsksFor() throws Exception {
        var ranker = workload("ranker");

        assertThat(ranker.kind()).isEqualTo(Kind.DEPLOYMENT);
        assertThat(ranker.cluster()).isEqualTo("lab");
        assertThat(ranker.environment()).isEqualTo("production");
        assertThat(ranker.labels())
                .containsEntry("app.kubernetes.io/name", "ranker")
                .containsEntry("track", "stable")
                .containsEntry("app", "ranker");
        assertThat(ranker.annotations()).doesNotContainKey("kubectl.kubernetes.io/last-applied-configuration");
        assertThat(ranker.resources()).isEqualTo(new Resources(1.5, 3L << 30, 3));
        assertThat(ranker.pods()).isEqualTo(new PodCounts(3, 3, 3, 0, List.of()));
        assertThat(ranker.revisions()).singleElement().satisfies(revision -> {
            assertThat(revision.role()).isEqualTo(Role.STABLE);
            assertThat(revision.number()).isEqualTo(1);
            assertThat(revision.image()).isEqualTo("registry.example/ranker:v7");
            assertThat(revision.modelVersion()).isEqualTo("7");
            assertThat(revision.weight()).isEqualTo(1);
        });
        assertThat(ranker.rollout()).isNotNull().extracting(Rollout::phase).isEqualTo(Phase.HEALTHY);
    }

    @Test
    void brokenPodsAreCountedByReason() throws Exception {
        var pods = workload("broken").pods();

        assertThat(pods.desired()).isEqualTo(3);
        assertThat(pods.ready()).isEqualTo(1);
        assertThat(pods.restarts()).isEqualTo(7);
        assertThat(pods.problems())
                .extracting(PodCounts.Problem::reason, PodCounts.Problem::pods)
                .containsExactly(tuple("ImagePullBackOff", 1), tuple("OOMKilled", 1));
        assertThat(pods.problems().getFirst().message()).contains("Back-off pulling image");
        assertThat(pods.problems().getFirst().examplePod()).startsWith("broken-");
    }

    @Test
    void theDigestIsThatOfTheModelsContainerNotOfTheMesh() throws Exception {
        assertThat(workload("broken").revisions())
                .extracting(Revision::digest)
                .singleElement()
                .asString()
                .startsWith("sha256:")
                .hasSize("sha256:".length() + 64);
    }

    @Test
    void podsThatNoNodeCanHoldSayWhy() throws Exception {
        assertThat(workload("oversized").pods().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo("Unschedulable");
            assertThat(problem.message()).contains("Insufficient cpu");
            assertThat(problem.pods()).isEqualTo(2);
        });
        assertThat(workload("oversized").revisions())
                .extracting(Revision::digest)
                .containsExactly("sha256:0000000000000000000000000000000000000000000000000000000000000001");
    }

    @Test
    void zeroReplicasAreOnPurpose() throws Exception {
        var asleep = workload("asleep");

        assertThat(asleep.scaledToZeroOnPurpose()).isTrue();
        assertThat(asleep.pods()).isEqualTo(PodCounts.NONE);
        assertThat(asleep.revisions()).extracting(Revision::modelVersion).containsExactly("");
        assertThat(workload("ranker").scaledToZeroOnPurpose()).isFalse();
    }

    @Test
    void aCanaryStandsAtItsStepWithItsShareOfPods() throws Exception {
        var fraud = workload("fraud");
        var rollout = fraud.rollout();

        assertThat(rollout).isNotNull();
        assertThat(rollout.phase()).isEqualTo(Phase.PAUSED);
        assertThat(rollout.message()).isEqualTo("CanaryPauseStep");
        assertThat(rollout.pause()).isEqualTo(PauseReason.STEP);
        assertThat(rollout.since()).isAfter(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(rollout.step()).isEqualTo(1);
        assertThat(rollout.weight()).isEqualTo(0.25);
        assertThat(rollout.current()).isTrue();
        assertThat(rollout.steps())
                .containsExactly(
                        new Step(Step.Kind.SET_WEIGHT, 0.25, null, "setWeight"),
                        new Step(Step.Kind.PAUSE, Double.NaN, null, "pause"),
                        new Step(Step.Kind.SET_WEIGHT, 0.5, null, "setWeight"),
                        new Step(Step.Kind.PAUSE, Double.NaN, Duration.ofSeconds(90), "pause"),
                        new Step(Step.Kind.ANALYSIS, Double.NaN, null, "success-rate"));
        assertThat(fraud.revisions())
                .extracting(Revision::role, Revision::number, Revision::modelVersion, Revision::ready, Revision::weight)
                .containsExactly(tuple(Role.CANARY, 2L, "2", 1, 0.25), tuple(Role.STABLE, 1L, "1", 3, 0.75));
    }

    @Test
    void anAbortedReleaseIsDegradedAndItsAnalysisTells() throws Exception {
        var judged = workload("judged").rollout();

        assertThat(judged).isNotNull();
        assertThat(judged.phase()).isEqualTo(Phase.DEGRADED);
        assertThat(judged.message()).isEqualTo("RolloutAborted: Rollout aborted update to revision 2");
        assertThat(judged.aborted()).isTrue();
        assertThat(judged.underWay()).isFalse();
        assertThat(judged.since()).isNotNull();
        assertThat(judged.analyses()).extracting(Analysis::verdict).containsExactly("Successful");
        assertThat(server.asked(ANALYSIS_RUNS)).isEmpty();
    }

    @Test
    void analysisRunsAreAskedForReleasesUnderWayOnly() throws Exception {
        server.change(ROLLOUTS, "judged", rollout -> {
            status(rollout).put("phase", "Progressing").put("abort", false);
        });

        var judged = workload("judged").rollout();

        assertThat(judged).isNotNull();
        assertThat(judged.analyses()).singleElement().satisfies(run -> {
            assertThat(run.successful()).isPositive();
            assertThat(run.failed()).isZero();
        });
        assertThat(server.asked(ANALYSIS_RUNS)).singleElement().satisfies(url -> assertThat(
                        url.queryParameter("labelSelector"))
                .matches("rollouts-pod-template-hash in \\(\\w+\\)"));
    }

    @Test
    void aRolloutTakesTheTemplateOfTheDeploymentItNames() throws Exception {
        var adopted = orchestrator.workloads().stream()
                .filter(each -> each.name().equals("adopted"))
                .toList();

        assertThat(adopted).singleElement().satisfies(workload -> {
            assertThat(workload.kind()).isEqualTo(Kind.ROLLOUT);
            assertThat(workload.labels()).containsEntry("app.kubernetes.io/version", "3");
            assertThat(workload.pods().ready()).isEqualTo(2);
            assertThat(workload.revisions()).extracting(Revision::modelVersion).containsExactly("3");
        });
    }

    @Test
    void aRolloutWithoutStatusIsARowWithoutProgress() throws Exception {
        server.change(ROLLOUTS, "fraud", rollout -> rollout.remove("status"));

        var fraud = workload("fraud");

        assertThat(fraud.rollout()).isNull();
        assertThat(fraud.pods().ready()).isEqualTo(4);
        assertThat(fraud.revisions()).hasSize(2);
    }

    @Test
    void podsOfABrokenWorkloadSayWhatIsWrongWithEach() throws Exception {
        var pods = orchestrator.pods(workload("broken"));

        assertThat(pods)
                .extracting(Orchestrator.Pod::ready, Orchestrator.Pod::reason, Orchestrator.Pod::restarts)
                .containsExactlyInAnyOrder(
                        tuple(false, "OOMKilled", 5), tuple(false, "ImagePullBackOff", 0), tuple(true, "", 2));
        assertThat(pods.getLast().ready()).isTrue();
        assertThat(server.asked(PODS))
                .filteredOn(url -> url.queryParameter("watch") == null)
                .last()
                .satisfies(
                        url -> assertThat(url.queryParameter("labelSelector")).startsWith("pod-template-hash in ("));
    }

    @Test
    void theClusterSaysWhatItIsAndWhoWeAre() throws Exception {
        assertThat(orchestrator.describe()).isEqualTo("Kubernetes v1.36.3, Argo Rollouts, as viewer");
    }

    @Test
    void anUnchangedClusterGivesTheSameAnswer() throws Exception {
        var first = orchestrator.workloads();

        assertThat(orchestrator.workloads()).isSameAs(first);
        assertThat(server.asked(DEPLOYMENTS)).hasSizeLessThanOrEqualTo(2);
        assertThat(server.asked(REPLICA_SETS)).hasSizeLessThanOrEqualTo(2);
    }

    private static ObjectNode status(ObjectNode object) {
        return (ObjectNode) object.path("status");
    }
}
