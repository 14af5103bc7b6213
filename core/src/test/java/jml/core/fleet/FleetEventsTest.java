package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.source.SourceHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FleetEventsTest {
    private static final Instant BEFORE = Scene.AT;
    private static final Instant AFTER = Scene.AT.plusSeconds(30);

    record Case(String fact, Scene before, Scene after, List<String> events) {
        @Override
        public String toString() {
            return fact;
        }
    }

    private static Case that(String fact, Consumer<Scene> before, Consumer<Scene> after, String... events) {
        var was = new Scene();
        var now = new Scene();
        now.at = AFTER;
        before.accept(was);
        after.accept(now);
        return new Case(fact, was, now, List.of(events));
    }

    static Stream<Case> cases() {
        return Stream.of(releases(), rollouts(), others()).flatMap(it -> it);
    }

    static Stream<Case> releases() {
        return Stream.of(
                that("nothing changed", _ -> {}, _ -> {}),
                that("a canary starts", _ -> {}, it -> it.releasing("17", 0.05), "DEPLOY Canary v17 started at 5%."),
                that(
                        "a canary takes over",
                        it -> it.releasing("17", 0.5),
                        it -> it.version = "17",
                        "ROLLOUT v17 serves all traffic."),
                that(
                        "a canary is aborted",
                        it -> it.releasing("17", 0.25),
                        it -> it.rollout = Scene.rollout(Rollout.Phase.PROGRESSING, null, true),
                        "ROLLBACK Canary v17 was taken back: the rollout was aborted."),
                that(
                        "a canary gives way",
                        it -> it.releasing("17", 0.25),
                        it -> it.releasing("18", 0.05),
                        "DEPLOY Canary v18 started at 5%.",
                        "ROLLOUT Canary v17 gave way to v18."),
                that("another version serves", _ -> {}, it -> it.version = "17", "DEPLOY v17 serves, in place of v16."),
                that(
                        "an earlier version serves again",
                        _ -> {},
                        it -> it.version = "15",
                        "ROLLBACK v15 serves again, in place of v16."),
                that(
                        "an earlier version is on its way",
                        _ -> {},
                        it -> it.releasing("15", 0.5),
                        "ROLLBACK v15 is on its way back at 50%."),
                that(
                        "versions without order are deployed",
                        _ -> {},
                        it -> it.version = "a1b2",
                        "DEPLOY a1b2 serves, in place of v16."),
                that("a version that becomes known is no deployment", it -> it.version = "", _ -> {}));
    }

    static Stream<Case> rollouts() {
        return Stream.of(
                that(
                        "a weight is raised",
                        it -> it.releasing("17", 0.1),
                        it -> it.releasing("17", 0.25),
                        "WEIGHT Canary v17 raised from 10% to 25%."),
                that(
                        "a weight is lowered",
                        it -> it.releasing("17", 0.25),
                        it -> it.releasing("17", 0.1),
                        "WEIGHT Canary v17 lowered from 25% to 10%."),
                that(
                        "a Deployment's weight follows its pods and tells only large moves",
                        it -> {
                            it.releasing("17", 0.1);
                            it.kind = Workload.Kind.DEPLOYMENT;
                        },
                        it -> {
                            it.releasing("17", 0.13);
                            it.kind = Workload.Kind.DEPLOYMENT;
                        }),
                that(
                        "a rollout waits",
                        it -> it.releasing("17", 0.25),
                        it -> it.releasing("17", 0.25).rollout =
                                Scene.rollout(Rollout.Phase.PAUSED, Rollout.PauseReason.STEP, false),
                        "ROLLOUT The rollout of v17 waits at step 3 of 4."),
                that(
                        "a person pauses",
                        it -> it.releasing("17", 0.25),
                        it -> it.releasing("17", 0.25).rollout =
                                Scene.rollout(Rollout.Phase.PAUSED, Rollout.PauseReason.PERSON, false),
                        "ROLLOUT The rollout of v17 was paused by a person at step 3 of 4."),
                that(
                        "a rollout goes on",
                        it -> it.releasing("17", 0.25).rollout =
                                Scene.rollout(Rollout.Phase.PAUSED, Rollout.PauseReason.STEP, false),
                        it -> it.releasing("17", 0.25),
                        "ROLLOUT The rollout of v17 goes on at step 3 of 4."));
    }

    static Stream<Case> others() {
        return Stream.of(
                that(
                        "aliases move, come and go",
                        it -> it.aliases = Map.of("champion", "16", "old", "3"),
                        it -> it.aliases = Map.of("champion", "17", "new", "18"),
                        "REGISTRY Alias champion moved from v16 to v17.",
                        "REGISTRY Alias new set to v18.",
                        "REGISTRY Alias old taken off v3."),
                that(
                        "a registry that answers for the first time moves nothing",
                        it -> it.registry = "",
                        it -> it.aliases = Map.of("champion", "16")),
                that(
                        "replicas change",
                        _ -> {},
                        it -> it.pods = new PodCounts(8, 8, 8, 0, List.of()),
                        "SCALING Scaled from 4 to 8 replicas."),
                that(
                        "a cluster that answers for the first time deploys and scales nothing",
                        it -> {
                            it.kind = Workload.Kind.OTHER;
                            it.version = "";
                            it.pods = PodCounts.NONE;
                        },
                        it -> it.releasing("17", 0.25)),
                that(
                        "a state begins",
                        _ -> {},
                        it -> it.measured(Sli.SUCCESS, 0.982, 9000),
                        "STATE Breaching: 98.2% of requests succeed. The objective is 99.9%."),
                that(
                        "a state ends",
                        it -> it.measured(Sli.SUCCESS, 0.982, 9000),
                        _ -> {},
                        "STATE Healthy: Within its objectives: p95 84 ms, success 99.97%, fidelity 98.4%."),
                that("a few events more or less are not worth a line", _ -> {}, it -> it.measured(Sli.SUCCESS, 1, 900)),
                that(
                        "a source that falls silent is told once, not for every model",
                        _ -> {},
                        it -> it.allAged(Duration.ofMinutes(2))
                                .source(Scene.source(
                                        "prometheus-eu", SourceHealth.State.STALE, BEFORE.minusSeconds(60))),
                        "SOURCE prometheus-eu does not answer: connection refused"),
                that(
                        "one failed attempt is no death",
                        _ -> {},
                        it -> it.source(
                                Scene.source("prometheus-eu", SourceHealth.State.STALE, BEFORE.minusSeconds(6)))),
                that(
                        "a source comes back",
                        it -> it.source(Scene.source("prometheus-eu", SourceHealth.State.DEAD, null)),
                        it -> it.source(Scene.source("prometheus-eu", SourceHealth.State.LIVE, AFTER)),
                        "SOURCE prometheus-eu answers again."));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatChangedIsTold(Case each) {
        var events = FleetEvents.between(each.before().snapshot(), each.after().snapshot(), Currency.UNKNOWN);

        assertThat(events.stream().map(it -> it.kind() + " " + it.text()).sorted())
                .isEqualTo(each.events());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anotherConsoleThatLooksALittleLaterGivesTheSameIds(Case each) {
        var here = FleetEvents.between(each.before().snapshot(), each.after().snapshot(), Currency.UNKNOWN);
        var before = each.before().snapshot();
        each.after().at = AFTER.plusSeconds(11);
        var there = FleetEvents.between(before, each.after().snapshot(), Currency.UNKNOWN);

        assertThat(there)
                .extracting(FleetEvent::id)
                .containsExactlyInAnyOrderElementsOf(
                        here.stream().map(FleetEvent::id).toList());
        assertThat(here).extracting(FleetEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void nothingFollowsFromASnapshotOfAnotherOrigin() {
        var live = new Scene().releasing("17", 0.25).snapshot();

        assertThat(FleetEvents.between(FleetSnapshot.empty(BEFORE, Origin.SIMULATED), live, Currency.UNKNOWN))
                .isEmpty();
    }

    @Test
    void partsOfAnIdCannotBeShifted() {
        assertThat(EventId.of(Kind.STATE, "a", "bc")).isNotEqualTo(EventId.of(Kind.STATE, "ab", "c"));
        assertThat(EventId.of(Kind.STATE, "a:b", "c")).isNotEqualTo(EventId.of(Kind.STATE, "a", "b:c"));
        assertThat(EventId.of(Kind.PAGE_STARTED, "n".repeat(10_000))).hasSize("page-started-".length() + 24);
    }
}
