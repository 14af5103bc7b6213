package jml.core.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jml.core.release.Workload.Revision;
import jml.core.release.Workload.Role;
import org.junit.jupiter.api.Test;

/// What every [Orchestrator] promises, whatever it runs on. An implementation extends this and gives one that has
/// workloads with pods, at least one of them with a release under way.
public abstract class OrchestratorContract {
    /// The same one in one test, closed by the implementation.
    protected abstract Orchestrator orchestrator() throws Exception;

    /// Makes [Orchestrator#workloads()] answer differently.
    protected abstract void change() throws Exception;

    @Test
    protected void everyWorkloadIsToldOnce() throws Exception {
        var workloads = orchestrator().workloads();

        assertThat(workloads).isNotEmpty();
        assertThat(workloads)
                .extracting(workload -> workload.kind() + " " + workload.path())
                .doesNotHaveDuplicates();
        assertThat(workloads).extracting(Workload::uid).doesNotHaveDuplicates().doesNotContain("");
        assertThat(workloads)
                .extracting(Workload::cluster)
                .containsOnly(workloads.getFirst().cluster());
    }

    @Test
    protected void revisionsAreNewestFirstAndAtMostOneServesOrIsOnItsWay() throws Exception {
        assertThat(orchestrator().workloads()).allSatisfy(workload -> {
            var revisions = workload.revisions();
            assertThat(revisions)
                    .isSortedAccordingTo(
                            Comparator.comparingLong(Revision::number).reversed());
            assertThat(revisions).filteredOn(each -> each.role() == Role.STABLE).hasSizeLessThan(2);
            assertThat(revisions).filteredOn(each -> each.role() == Role.CANARY).hasSizeLessThan(2);
            assertThat(revisions).extracting(Revision::hash).doesNotHaveDuplicates();
        });
    }

    @Test
    protected void sharesOfTrafficAddUpToAllOfIt() throws Exception {
        assertThat(orchestrator().workloads()).allSatisfy(workload -> {
            var shares = workload.revisions().stream()
                    .mapToDouble(Revision::weight)
                    .filter(weight -> !Double.isNaN(weight))
                    .boxed()
                    .toList();
            assertThat(shares).allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
            if (!shares.isEmpty()) {
                assertThat(shares.stream().mapToDouble(share -> share).sum())
                        .as(workload.path())
                        .isBetween(0.999, 1.001);
            }
        });
    }

    @Test
    protected void aReleaseUnderWayStandsAtOneOfItsSteps() throws Exception {
        var underWay = orchestrator().workloads().stream()
                .filter(workload ->
                        workload.rollout() != null && workload.rollout().underWay())
                .toList();

        assertThat(underWay).isNotEmpty().allSatisfy(workload -> {
            var rollout = workload.rollout();
            assertThat(rollout.step()).isBetween(0, rollout.steps().size());
            assertThat(workload.revisions()).isNotEmpty();
        });
    }

    @Test
    protected void podsAreThoseThatWereCountedUnhealthyOnesFirst() throws Exception {
        var orchestrator = orchestrator();
        for (var workload : orchestrator.workloads()) {
            var pods = orchestrator.pods(workload);

            assertThat(pods).as(workload.path()).isSortedAccordingTo(Comparator.comparing(Orchestrator.Pod::ready));
            // Pods on their way out are listed and no longer counted.
            assertThat(pods).hasSizeGreaterThanOrEqualTo(workload.pods().total());
            assertThat(pods)
                    .filteredOn(Orchestrator.Pod::ready)
                    .hasSize(workload.pods().ready());
            assertThat(pods).filteredOn(Orchestrator.Pod::ready).allSatisfy(pod -> assertThat(pod.reason())
                    .isEmpty());
        }
    }

    @Test
    protected void aChangeIsToldAndThenAnswered() throws Exception {
        var orchestrator = orchestrator();
        List<Workload> before = orchestrator.workloads();
        var told = new CountDownLatch(1);
        orchestrator.onChange(told::countDown);

        change();

        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(orchestrator.workloads()).isNotEqualTo(before);
    }

    @Test
    protected void itSaysWhatItIs() throws Exception {
        assertThat(orchestrator().describe()).containsPattern("\\w").doesNotContain("\n");
    }

    @Test
    protected void itMayBeClosedTwice() throws Exception {
        var orchestrator = orchestrator();
        orchestrator.workloads();

        orchestrator.close();
        orchestrator.close();
    }
}
