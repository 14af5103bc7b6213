package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jml.core.alert.Alert;
import jml.core.fleet.Standing.Cause;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.source.SourceHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandingRulesTest {
    private static final Instant AT = Scene.AT;

    record Case(String fact, Scene scene, String standing) {
        @Override
        public String toString() {
            return fact;
        }
    }

    /// A standing reads "STATE CAUSE sli arm", the last two only when they decided.
    private static Case that(String fact, String standing, Consumer<Scene> change) {
        var scene = new Scene();
        change.accept(scene);
        return new Case(fact, scene, standing);
    }

    private static Case blank(String fact, String standing, Consumer<Scene> change) {
        var scene = Scene.blank();
        change.accept(scene);
        return new Case(fact, scene, standing);
    }

    static Stream<Case> cases() {
        return Stream.of(well(), breaching(), attention(), missing(), paused(), precedence())
                .flatMap(it -> it);
    }

    static Stream<Case> well() {
        return Stream.of(
                that("measured, fresh and within its objectives", "HEALTHY ALL_WELL", _ -> {}),
                that(
                        "a value on its line is within it",
                        "HEALTHY ALL_WELL",
                        it -> it.measured(Sli.LATENCY_P95, 0.2, 9000)),
                that("two intervals old is still fresh", "HEALTHY ALL_WELL", it -> it.allAged(Duration.ofSeconds(60))),
                that(
                        "a source that does not count events is believed",
                        "HEALTHY ALL_WELL",
                        it -> it.measured(Sli.FIDELITY, 0.98, -1)),
                that(
                        "what nobody measures does not count",
                        "HEALTHY ALL_WELL",
                        it -> it.missing(Sli.FIDELITY, Presence.NOT_MEASURED)),
                that(
                        "a canary without its own figures does not count",
                        "HEALTHY ALL_WELL",
                        it -> it.releasing("17", 0.25)),
                that("below its band a model only wastes money", "HEALTHY ALL_WELL", it -> utilisation(it, 0.2)),
                that(
                        "silenced alerts do not count",
                        "HEALTHY ALL_WELL",
                        it -> it.alerts.add(Scene.alertOf(
                                Alert.Severity.PAGE, "Down", "", AT.minusSeconds(60), List.of("silence-1")))));
    }

    private static void utilisation(Scene scene, double value) {
        scene.objectives =
                List.of(Objective.atMost(Sli.LATENCY_P95, 0.2, 20), new Objective(Sli.UTILISATION, 0.6, 0.8, 0));
        scene.measured(Sli.UTILISATION, value, -1);
    }

    static Stream<Case> breaching() {
        return Stream.of(
                that(
                        "an objective is missed by enough events",
                        "BREACHING OBJECTIVE_MISSED fidelity ALL",
                        it -> it.measured(Sli.FIDELITY, 0.907, 18_420)),
                that("the canary alone is missed", "BREACHING OBJECTIVE_MISSED fidelity CANARY", it -> it.releasing(
                                "17", 0.25)
                        .measured(Sli.FIDELITY, 0.965, 18_420)
                        .measured(Arm.CANARY, Sli.FIDELITY, 0.907, 4_605)
                        .measured(Arm.BASELINE, Sli.FIDELITY, 0.984, 13_815)),
                that(
                        "the canary is missed though the whole is not",
                        "BREACHING OBJECTIVE_MISSED fidelity CANARY",
                        it -> it.releasing("17", 0.05).measured(Arm.CANARY, Sli.FIDELITY, 0.907, 921)),
                that(
                        "only the version in service is missed",
                        "BREACHING OBJECTIVE_MISSED latency_p95 BASELINE",
                        it -> it.releasing("17", 0.5)
                                .measured(Arm.CANARY, Sli.LATENCY_P95, 0.1, 500)
                                .measured(Arm.BASELINE, Sli.LATENCY_P95, 0.3, 500)),
                that(
                        "both arms missed is the whole model",
                        "BREACHING OBJECTIVE_MISSED latency_p95 ALL",
                        it -> it.releasing("17", 0.5)
                                .measured(Sli.LATENCY_P95, 0.3, 1000)
                                .measured(Arm.CANARY, Sli.LATENCY_P95, 0.3, 500)
                                .measured(Arm.BASELINE, Sli.LATENCY_P95, 0.3, 500)),
                that(
                        "of two missed objectives the one further over its line decides",
                        "BREACHING OBJECTIVE_MISSED success ALL",
                        it -> it.measured(Sli.LATENCY_P95, 0.3, 9000).measured(Sli.SUCCESS, 0.99, 9000)),
                that(
                        "few events that chance cannot explain are enough",
                        "BREACHING OBJECTIVE_MISSED success ALL",
                        it -> it.measured(Sli.SUCCESS, 0, 50)),
                that(
                        "beyond the source's range is missed",
                        "BREACHING OBJECTIVE_MISSED latency_p95 ALL",
                        it -> it.overRange(Sli.LATENCY_P95, 10, 9000)),
                that(
                        "a page fires",
                        "BREACHING PAGE_FIRING",
                        it -> it.alert(Alert.Severity.PAGE, "Burn", "", AT.minusSeconds(60))),
                that("no pod is ready", "BREACHING PODS_UNWELL", it -> it.problem(0, "CrashLoopBackOff", 4)));
    }

    static Stream<Case> attention() {
        return Stream.of(
                that(
                        "a rollout does not go on",
                        "ATTENTION ROLLOUT_DEGRADED",
                        it -> it.releasing("17", 0.25).rollout = Scene.rollout(Rollout.Phase.DEGRADED, null, false)),
                that(
                        "a rollout was aborted",
                        "ATTENTION ROLLOUT_DEGRADED",
                        it -> it.rollout = Scene.rollout(Rollout.Phase.DEGRADED, null, true)),
                that(
                        "an analysis could not decide",
                        "ATTENTION ROLLOUT_DEGRADED",
                        it -> it.releasing("17", 0.25).rollout =
                                Scene.rollout(Rollout.Phase.PAUSED, Rollout.PauseReason.INCONCLUSIVE, false)),
                that("pods are unwell", "ATTENTION PODS_UNWELL", it -> it.problem(3, "ImagePullBackOff", 1)),
                that(
                        "a ticket is open",
                        "ATTENTION TICKET_FIRING",
                        it -> it.alert(Alert.Severity.TICKET, "Cost", "", AT.minusSeconds(60))),
                that(
                        "above its band a model has no headroom",
                        "ATTENTION OBJECTIVE_MISSED utilisation ALL",
                        it -> utilisation(it, 0.93)),
                that(
                        "facts disagree",
                        "ATTENTION FACTS_DISAGREE",
                        it -> it.findings = List.of("Alias champion points at v4, which was deleted.")));
    }

    static Stream<Case> missing() {
        return Stream.of(
                blank("nothing is measured though the source answers", "NO_DATA SERIES_MISSING", _ -> {}),
                blank(
                        "its series are missing though the source answers",
                        "NO_DATA SERIES_MISSING",
                        it -> it.allMissing(Presence.NO_DATA)),
                blank(
                        "traffic without any objective measured says nothing",
                        "NO_DATA SERIES_MISSING",
                        it -> it.measured(Sli.TRAFFIC, 12, -1)),
                that(
                        "one series went away",
                        "NO_DATA SERIES_MISSING fidelity ALL",
                        it -> it.missing(Sli.FIDELITY, Presence.NO_DATA)),
                that(
                        "all figures are older than two intervals",
                        "STALE SOURCE_SILENT",
                        it -> it.allAged(Duration.ofSeconds(61))),
                that(
                        "one figure is older than two intervals",
                        "STALE SOURCE_SILENT success ALL",
                        it -> it.aged(Duration.ofSeconds(61), Sli.SUCCESS)),
                blank(
                        "the source never answered",
                        "STALE SOURCE_SILENT",
                        it -> it.source(Scene.source("p", SourceHealth.State.DEAD, null))),
                blank("idle and then silent is stale, not idle", "STALE SOURCE_SILENT", it -> it.allMissing(
                                Presence.NO_TRAFFIC)
                        .source(Scene.source("p", SourceHealth.State.STALE, AT.minusSeconds(61)))),
                that("an old miss does not breach now", "STALE SOURCE_SILENT", it -> it.measured(
                                Sli.FIDELITY, 0.5, 18_420)
                        .allAged(Duration.ofMinutes(7))),
                that(
                        "fewer events than the measure needs",
                        "TOO_LITTLE_DATA FEW_EVENTS fidelity ALL",
                        it -> it.measured(Sli.FIDELITY, 0.99, 84)),
                that(
                        "a miss by few events proves nothing",
                        "TOO_LITTLE_DATA FEW_EVENTS success ALL",
                        it -> it.measured(Sli.SUCCESS, 0.98, 50)),
                that("the canary has too few", "TOO_LITTLE_DATA FEW_EVENTS fidelity CANARY", it -> it.releasing(
                                "17", 0.05)
                        .measured(Arm.CANARY, Sli.FIDELITY, 0.95, 84)),
                blank(
                        "nobody asked it anything",
                        "TOO_LITTLE_DATA FEW_EVENTS latency_p95 ALL",
                        it -> it.allMissing(Presence.NO_TRAFFIC)),
                that(
                        "the canary's series are missing",
                        "TOO_LITTLE_DATA SERIES_MISSING fidelity CANARY",
                        it -> it.releasing("17", 0.05).missing(Arm.CANARY, Sli.FIDELITY, Presence.NO_DATA)),
                that("a bound on the allowed side says nothing", "TOO_LITTLE_DATA FEW_EVENTS latency_p95 ALL", it -> {
                    it.objectives = List.of(Objective.atMost(Sli.LATENCY_P95, 20, 20));
                    it.overRange(Sli.LATENCY_P95, 10, 9000);
                }));
    }

    static Stream<Case> paused() {
        return Stream.of(
                blank("asleep on purpose has no data to miss", "PAUSED ON_PURPOSE", it -> {
                    it.pausedBy = "scaled to zero";
                    it.pods = PodCounts.NONE;
                    it.allMissing(Presence.NO_DATA);
                }),
                that(
                        "a release held on purpose",
                        "PAUSED ON_PURPOSE",
                        it -> it.releasing("17", 0.25).pausedBy = "the rollout waits for a person"),
                that(
                        "a timed pause is no pause of the model",
                        "HEALTHY ALL_WELL",
                        it -> it.releasing("17", 0.25).rollout =
                                Scene.rollout(Rollout.Phase.PAUSED, Rollout.PauseReason.STEP, false)));
    }

    static Stream<Case> precedence() {
        return Stream.of(
                that(
                        "an objective missed tells more than its page",
                        "BREACHING OBJECTIVE_MISSED fidelity ALL",
                        it -> it.measured(Sli.FIDELITY, 0.907, 18_420)
                                .alert(Alert.Severity.PAGE, "Burn", "", AT.minusSeconds(60))),
                that("a page fires though the metrics are silent", "BREACHING PAGE_FIRING", it -> it.allAged(
                                Duration.ofMinutes(7))
                        .alert(Alert.Severity.PAGE, "Burn", "", AT.minusSeconds(60))),
                that("unwell pods come before missing series", "ATTENTION PODS_UNWELL", it -> it.allMissing(
                                Presence.NO_DATA)
                        .problem(3, "OOMKilled", 1)),
                that(
                        "a held release with too little data waits for data",
                        "TOO_LITTLE_DATA FEW_EVENTS fidelity ALL",
                        it -> it.measured(Sli.FIDELITY, 0.99, 84).releasing("17", 0.25).pausedBy = "held"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void evidenceDecidesTheState(Case each) {
        var standing = each.scene().snapshot().standing(0);

        var sli = standing.sli();
        var text =
                standing.state() + " " + standing.cause() + (sli == null ? "" : " " + sli.id() + " " + standing.arm());
        assertThat(text).isEqualTo(each.standing());
    }

    @Test
    void tooLittleDataNeedsAttentionOnlyWhileAReleaseWaits() {
        var standing = new Standing(ModelState.TOO_LITTLE_DATA, Cause.FEW_EVENTS, Sli.FIDELITY, Arm.ALL, AT);

        assertThat(standing.needsAttention(true)).isTrue();
        assertThat(standing.needsAttention(false)).isFalse();
        assertThat(new Standing(ModelState.PAUSED, Cause.ON_PURPOSE, null, Arm.ALL, AT).needsAttention(true))
                .isFalse();
        assertThat(new Standing(ModelState.STALE, Cause.SOURCE_SILENT, null, Arm.ALL, AT).needsAttention(false))
                .isTrue();
    }
}
