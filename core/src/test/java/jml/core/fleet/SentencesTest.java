package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jml.core.alert.Alert;
import jml.core.metric.Currency;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.source.SourceHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
    private static final Instant AT = Scene.AT;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    record Case(String headline, String detail, Scene scene) {
        @Override
        public String toString() {
            return headline;
        }
    }

    private static Case that(String headline, String detail, Consumer<Scene> change) {
        var scene = new Scene();
        change.accept(scene);
        return new Case(headline, detail, scene);
    }

    private static Case blank(String headline, String detail, Consumer<Scene> change) {
        var scene = Scene.blank();
        change.accept(scene);
        return new Case(headline, detail, scene);
    }

    static Stream<Case> cases() {
        return Stream.of(missed(), otherIndicators(), alerts(), rollouts(), pods(), missing(), few(), quiet())
                .flatMap(it -> it);
    }

    static Stream<Case> missed() {
        return Stream.of(
                that(
                        "Canary v17 agrees with the reference on 90.7% of predictions. The objective is 97%.",
                        "Since 15:32. v16, with 75% of traffic, is not affected.", it -> it.releasing("17", 0.25)
                                .measured(Arm.CANARY, Sli.FIDELITY, 0.907, 4_605)
                                .measured(Arm.BASELINE, Sli.FIDELITY, 0.984, 13_815)),
                that(
                        "The model agrees with the reference on 90.7% of predictions. The objective is 97%.",
                        "Since 15:32. Missed too: p95 1,840 ms.", it -> {
                            it.objectives = List.of(
                                    Objective.atLeast(Sli.FIDELITY, 0.97, 331),
                                    Objective.atMost(Sli.LATENCY_P95, 1, 20));
                            it.measured(Sli.FIDELITY, 0.907, 18_420).measured(Sli.LATENCY_P95, 1.84, 9000);
                        }),
                that(
                        "p95 is 236 ms. The objective is 200 ms.",
                        "Since 15:32. Both versions are affected.",
                        it -> it.releasing("17", 0.5)
                                .measured(Sli.LATENCY_P95, 0.236, 9000)
                                .measured(Arm.CANARY, Sli.LATENCY_P95, 0.236, 500)
                                .measured(Arm.BASELINE, Sli.LATENCY_P95, 0.236, 500)),
                that(
                        "p95 is ≥ 10 s. The objective is 200 ms.",
                        "Since 15:32.",
                        it -> it.overRange(Sli.LATENCY_P95, 10, 9000)),
                that(
                        "98.2% of requests succeed. The objective is 99.9%.",
                        "Since 15:32.", it -> it.measured(Sli.SUCCESS, 0.982, 9000)),
                that(
                        "v16 has a p95 of 300 ms. The objective is 200 ms.",
                        "Since 15:32. Canary v17, with 5% of traffic, is not affected.",
                        it -> it.releasing("17", 0.05)
                                .measured(Arm.CANARY, Sli.LATENCY_P95, 0.1, 500)
                                .measured(Arm.BASELINE, Sli.LATENCY_P95, 0.3, 500)));
    }

    static Stream<Case> otherIndicators() {
        return Stream.of(
                one("Inputs have drifted by 0.31. The limit is 0.2.", Objective.atMost(Sli.DRIFT, 0.2, 0), 0.31),
                one(
                        "0.4% of feature values are missing. The limit is 0.1%.",
                        Objective.atMost(Sli.MISSING_FEATURES, 0.001, 0), 0.004),
                one(
                        "2.1% of requests wait for a cold start. The limit is 1%.",
                        Objective.atMost(Sli.COLD_STARTS, 0.01, 0), 0.021),
                one("3% of requests time out. The limit is 1%.", Objective.atMost(Sli.TIMEOUTS, 0.01, 0), 0.03),
                one("30% of tries are repeats. The limit is 10%.", Objective.atMost(Sli.RETRIES, 0.1, 0), 0.3),
                one(
                        "The business indicator is -3% against control. The objective is -2%.",
                        Objective.atLeast(Sli.KPI_DELTA, -0.02, 0), -0.03),
                one(
                        "93% of what it asked for is in use. The band is 60–80%.",
                        new Objective(Sli.UTILISATION, 0.6, 0.8, 0), 0.93),
                one("It costs 41/h. The budget is 38/h.", Objective.atMost(Sli.COST, 38, 0), 41),
                one("Traffic is 2.5 req/s. The objective is 5 req/s.", Objective.atLeast(Sli.TRAFFIC, 5, 0), 2.5));
    }

    @Test
    void aCostIsSpokenOfInItsCurrency() {
        var costly = one("", Objective.atMost(Sli.COST, 38, 0), 41.5);

        assertThat(new Sentences(BERLIN, new Currency("EUR"))
                        .of(costly.scene().snapshot(), 0)
                        .headline())
                .isEqualTo("It costs €41.50/h. The budget is €38/h.");
    }

    private static Case one(String headline, Objective objective, double value) {
        return blank(headline, "Since 15:32.", it -> {
            it.objectives = List.of(Objective.atMost(Sli.LATENCY_P95, 0.2, 0), objective);
            it.measured(Sli.LATENCY_P95, 0.1, -1).measured(objective.sli(), value, -1);
        });
    }

    static Stream<Case> alerts() {
        return Stream.of(
                that(
                        "Page FidelityBurnFast: 3.1 times the budget is burning.",
                        "Since 15:11, 21 min. 1 more page.",
                        it -> it.alert(
                                        Alert.Severity.PAGE,
                                        "FidelityBurnFast",
                                        "3.1 times the budget is burning",
                                        AT.minusSeconds(1260))
                                .alert(Alert.Severity.PAGE, "Late", "", AT.minusSeconds(60))),
                that(
                        "Ticket CostOverBudget is firing.",
                        "Since 14:12, 1 h 20.",
                        it -> it.alert(Alert.Severity.TICKET, "CostOverBudget", "", AT.minusSeconds(4800))),
                that(
                        "Page X: one two\u2026",
                        "Since 23 Nov 15:32, 1 d.",
                        it -> it.alert(
                                Alert.Severity.PAGE,
                                "X",
                                "one\n\u202etwo" + " ".repeat(200),
                                AT.minus(Duration.ofDays(1)))));
    }

    static Stream<Case> rollouts() {
        return Stream.of(
                that(
                        "The rollout was aborted. v16 serves.",
                        "Since 15:32. aborted update to revision 2",
                        it -> it.rollout = new Rollout(
                                Rollout.Phase.DEGRADED,
                                "aborted update to revision 2",
                                List.of(),
                                0,
                                0,
                                null,
                                null,
                                true,
                                true,
                                List.of())),
                that(
                        "The rollout of v17 does not go on.",
                        "Since 15:32.",
                        it -> it.releasing("17", 0.25).rollout = Scene.rollout(Rollout.Phase.DEGRADED, null, false)),
                that(
                        "The rollout of v17 waits: its analysis could not decide.",
                        "Since 15:32.",
                        it -> it.releasing("17", 0.25).rollout =
                                Scene.rollout(Rollout.Phase.PAUSED, Rollout.PauseReason.INCONCLUSIVE, false)));
    }

    static Stream<Case> pods() {
        return Stream.of(
                that(
                        "1 of 4 pods cannot pull its image (ImagePullBackOff).",
                        "Since 15:32. 3 pods serve.",
                        it -> it.problem(3, "ImagePullBackOff", 1)),
                that(
                        "3 of 4 pods find no node (Unschedulable).",
                        "Since 15:32. 1 pod serves.",
                        it -> it.problem(1, "Unschedulable", 3)),
                that(
                        "Nothing serves: 4 of 4 pods keep crashing (CrashLoopBackOff).",
                        "Since 15:32.",
                        it -> it.problem(0, "CrashLoopBackOff", 4)),
                that(
                        "1 of 4 pods ran out of memory (OOMKilled).",
                        "Since 15:32. 3 pods serve.",
                        it -> it.problem(3, "OOMKilled", 1)),
                that("2 of 4 pods are unwell (Sad).", "Since 15:32. 2 pods serve.", it -> it.problem(2, "Sad", 2)),
                that("None of 4 pods is ready.", "Since 15:32.", it -> it.pods = new PodCounts(4, 4, 0, 0, List.of())),
                that(
                        "Alias champion points at v4, which was deleted.",
                        "Since 15:32. 1 more finding.",
                        it -> it.findings = List.of("Alias champion points at v4, which was deleted.", "Other.")));
    }

    static Stream<Case> missing() {
        return Stream.of(
                blank(
                        "The model's series are missing, though their source answers.",
                        "Since 15:32.",
                        it -> it.allMissing(Presence.NO_DATA)),
                blank("No connected source measures this model.", "Since 15:32.", _ -> {}),
                blank("No metric source is connected here.", "Since 15:32.", it -> it.sources.clear()),
                that(
                        "Fidelity has no data, though its source answers.",
                        "Since 15:32.",
                        it -> it.missing(Sli.FIDELITY, Presence.NO_DATA)),
                that("Canary v17 has no series for fidelity.", "Since 15:32.", it -> it.releasing("17", 0.05)
                        .missing(Arm.CANARY, Sli.FIDELITY, Presence.NO_DATA)),
                that(
                        "No answer from prometheus-eu for 7 min.",
                        "Since 15:32. What is shown is from 15:25.",
                        it -> it.allAged(Duration.ofMinutes(7))
                                .source(Scene.source("prometheus-eu", SourceHealth.State.STALE, AT.minusSeconds(420)))),
                that(
                        "Success was last measured 7 min ago.",
                        "Since 15:32. What is shown is from 15:32.",
                        it -> it.aged(Duration.ofMinutes(7), Sli.SUCCESS)),
                blank(
                        "prometheus-eu has never answered.",
                        "Since 15:32.",
                        it -> it.source(Scene.source("prometheus-eu", SourceHealth.State.DEAD, null))),
                blank(
                        "Waiting for the first answer of prometheus-eu.",
                        "Since 15:32.",
                        it -> it.source(Scene.source("prometheus-eu", SourceHealth.State.WAITING, null))),
                that(
                        "prometheus-eu has not been asked for 7 min.",
                        "Since 15:32. What is shown is from 15:25.",
                        it -> it.allAged(Duration.ofMinutes(7))
                                .source(Scene.source(
                                        "prometheus-eu", SourceHealth.State.PAUSED, AT.minusSeconds(420)))));
    }

    static Stream<Case> few() {
        return Stream.of(
                that(
                        "Canary v4 had only 84 comparisons in 30 min. Fidelity needs 331 to be judged.",
                        "Since 15:32.",
                        it -> it.releasing("4", 0.05).measured(Arm.CANARY, Sli.FIDELITY, 0.98, 84)),
                that(
                        "Only 1 request in 5 min. Success needs 1,000 to be judged.",
                        "Since 15:32.",
                        it -> it.measured(Sli.SUCCESS, 1, 1)),
                blank("No requests in the last 5 min.", "Since 15:32.", it -> it.allMissing(Presence.NO_TRAFFIC)),
                that("Canary v4 had no requests in the last 5 min.", "Since 15:32.", it -> it.releasing("4", 0.05)
                        .missing(Arm.CANARY, Sli.SUCCESS, Presence.NO_TRAFFIC)),
                that("p95 is ≥ 10 s, more than its source can tell.", "Since 15:32.", it -> {
                    it.objectives = List.of(Objective.atMost(Sli.LATENCY_P95, 20, 20));
                    it.overRange(Sli.LATENCY_P95, 10, 9000);
                }));
    }

    static Stream<Case> quiet() {
        return Stream.of(
                that("Within its objectives: p95 84 ms, success 99.97%, fidelity 98.4%.", "Since 15:32.", _ -> {}),
                that("Measured. No objective is set.", "Since 15:32.", it -> it.objectives = List.of()),
                that(
                        "Stands still on purpose: the rollout waits for a person.",
                        "Since 15:32. v17 has 50% of traffic.",
                        it -> it.releasing("17", 0.5).pausedBy = "the rollout waits for a person"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCauseHasOnePlainSentence(Case each) {
        assertThat(new Sentences(BERLIN, Currency.UNKNOWN).of(each.scene().snapshot(), 0))
                .isEqualTo(new Sentence(each.headline(), each.detail()));
    }

    /// Files and other consoles may bring standings that this console would not give.
    @ParameterizedTest
    @EnumSource(Standing.Cause.class)
    void aStandingThatFitsNothingStillHasASentence(Standing.Cause cause) {
        var own = new Scene().snapshot();
        for (var sli : new Sli[] {null, Sli.COST}) {
            var standing = new Standing(ModelState.ATTENTION, cause, sli, Arm.CANARY, AT);
            var snapshot = new FleetSnapshot(
                    own.at(),
                    own.origin(),
                    own.environments(),
                    own.roster(),
                    own.figures(),
                    List.of(standing),
                    List.of(),
                    new int[0],
                    own.sources(),
                    List.of());

            assertThat(new Sentences(BERLIN, Currency.UNKNOWN).of(snapshot, 0).headline())
                    .isNotBlank();
        }
    }
}
