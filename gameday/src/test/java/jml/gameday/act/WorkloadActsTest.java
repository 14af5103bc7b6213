package jml.gameday.act;

import static jml.gameday.act.Stage.FRAUD;
import static jml.gameday.act.Stage.workload;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jml.core.act.Check;
import jml.core.act.Effect;
import jml.core.act.Effect.State;
import jml.core.act.Receipt;
import jml.core.act.WorkloadAct.Verb;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvents;
import jml.core.fleet.ModelState;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.release.Rollout;
import jml.gameday.SimulatedFleet;
import org.junit.jupiter.api.Test;

class WorkloadActsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Stage stage = new Stage();

    @Test
    void anAbortBringsFidelityBackAndEndsTheAlert() {
        stage.done(workload(new Verb.Abort(stage.hash("17"))));

        stage.later(MINUTE.multipliedBy(10));
        var later = stage.snapshot();
        assertThat(later.standing(stage.row()).state()).isNotEqualTo(ModelState.BREACHING);
        assertThat(later.figure(stage.row(), Arm.ALL, Sli.FIDELITY).value()).isGreaterThan(0.97);
        assertThat(later.alertsOf(stage.row())).noneMatch(it -> it.name().equals("FidelityBurnFast"));
        assertThat(stage.fleet.intervals(stage.now.minus(MINUTE.multipliedBy(5)), stage.now))
                .noneMatch(it -> it.model().equals(FRAUD));
    }

    @Test
    void anAbortIsReadBackStepByStep() {
        var abort = workload(new Verb.Abort(stage.hash("17")));
        var seen = stage.done(abort);

        var first = stage.later(Duration.ofSeconds(1)).effect(abort, seen);
        var second = stage.later(Duration.ofSeconds(5)).effect(abort, seen);
        var third = stage.later(Duration.ofSeconds(30)).effect(abort, seen);

        assertThat(first.state()).isEqualTo(State.UNDER_WAY);
        assertThat(done(first)).containsExactly("The abort arrived");
        assertThat(second.state()).isEqualTo(State.UNDER_WAY);
        assertThat(done(second)).contains("v17 has no traffic").doesNotContain("v16 has all pods ready");
        assertThat(second.facts()).extracting(Effect.Fact::value).contains("25% → 0%", "12/16");
        assertThat(third.state()).isEqualTo(State.REACHED);
        assertThat(third.facts()).extracting(Effect.Fact::at).isSorted();
    }

    private static List<String> done(Effect effect) {
        return effect.facts().stream()
                .filter(Effect.Fact::done)
                .map(Effect.Fact::what)
                .toList();
    }

    @Test
    void anAbortedVersionIsOfferedToBeTriedAgainAndIsTheNewestTemplate() {
        stage.done(workload(new Verb.Abort(stage.hash("17"))));
        stage.later(MINUTE);

        var rollout = stage.facts().rollout();
        assertThat(rollout).isNotNull().matches(Rollout::aborted);
        var stable = stage.facts().placements().getFirst();
        assertThat(stable.earlier().getFirst().version()).isEqualTo("17");
        assertThat(stable.earlier().getFirst().revision()).isGreaterThan(stable.revision());

        var retry = workload(new Verb.Retry(stage.hash("17")));
        var seen = stage.done(retry);
        assertThat(stage.later(MINUTE).effect(retry, seen).state()).isEqualTo(State.REACHED);
        assertThat(stage.facts().candidate()).isEqualTo("17");
        assertThat(stage.facts().candidateWeight()).isEqualTo(0.05);
    }

    @Test
    void anAbortThatSomebodyTriesAgainIsUndone() {
        var abort = workload(new Verb.Abort(stage.hash("17")));
        var seen = stage.done(abort);
        stage.later(MINUTE).done(workload(new Verb.Retry(stage.hash("17"))));

        assertThat(stage.later(MINUTE).effect(abort, seen).state()).isEqualTo(State.UNDONE);
    }

    @Test
    void aPromotionGoesToTheNextStepAndTheRestFollowsHourByHour() {
        var promote = workload(new Verb.Promote(stage.hash("17"), 5));
        var seen = stage.done(promote);

        assertThat(stage.later(MINUTE).effect(promote, seen).state()).isEqualTo(State.REACHED);
        assertThat(stage.facts().candidateWeight()).isEqualTo(0.5);
        stage.later(Duration.ofMinutes(61));
        assertThat(stage.facts().version()).isEqualTo("17");
        assertThat(stage.facts().aliases()).containsEntry("champion", "17");
    }

    @Test
    void aFullPromotionMakesTheVersionStableAndLeavesTheAliasesToTheRegistry() {
        var fully = workload(new Verb.PromoteFully(stage.hash("17")));
        var seen = stage.done(fully);

        assertThat(stage.later(Duration.ofSeconds(10)).effect(fully, seen).state())
                .isEqualTo(State.UNDER_WAY);
        assertThat(stage.later(MINUTE).effect(fully, seen).state()).isEqualTo(State.REACHED);
        assertThat(stage.facts().version()).isEqualTo("17");
        assertThat(stage.facts().aliases()).containsEntry("champion", "16");
    }

    @Test
    void anEarlierTemplateGoesThroughTheStepsAndWaitsForSomebody() {
        stage.done(workload(new Verb.PromoteFully(stage.hash("17"))));
        stage.later(MINUTE.multipliedBy(2));
        var undo = workload(new Verb.Undo(stage.hash("16")));
        var seen = stage.done(undo);

        var effect = stage.later(MINUTE).effect(undo, seen);

        assertThat(effect.state()).isEqualTo(State.UNDER_WAY);
        assertThat(stage.facts().candidate()).isEqualTo("16");
        assertThat(stage.facts().placements().getLast().revision())
                .isGreaterThan(stage.facts().placements().getFirst().revision());
        stage.later(MINUTE.multipliedBy(2));
        stage.done(workload(new Verb.PromoteFully(stage.hash("16"))));
        assertThat(stage.later(MINUTE).effect(undo, seen).state()).isEqualTo(State.REACHED);
    }

    @Test
    void whatIsPausedStaysUntilItIsResumed() {
        var pause = workload(new Verb.Pause());
        var paused = stage.done(pause);
        stage.later(Duration.ofHours(3));

        assertThat(stage.effect(pause, paused).state()).isEqualTo(State.REACHED);
        assertThat(stage.facts().candidateWeight()).isEqualTo(0.25);
        assertThat(stage.facts().rollout())
                .isNotNull()
                .extracting(Rollout::pause)
                .isEqualTo(Rollout.PauseReason.PERSON);
        var resume = workload(new Verb.Resume());
        var resumed = stage.done(resume);
        assertThat(stage.later(MINUTE).effect(resume, resumed).state()).isEqualTo(State.REACHED);
        assertThat(stage.facts().pausedBy()).isEmpty();
    }

    @Test
    void aWeightAScaleAndARestartAreReached() {
        for (var verb :
                List.of(new Verb.SetWeight(stage.hash("17"), 0.02), new Verb.Scale(20), new Verb.Restart(stage.now))) {
            var act = workload(verb);
            var seen = stage.done(act);

            assertThat(stage.effect(act, seen).state()).as(act.title()).isEqualTo(State.UNDER_WAY);
            assertThat(stage.later(MINUTE.multipliedBy(2)).effect(act, seen).state())
                    .as(act.title())
                    .isEqualTo(State.REACHED);
        }
        assertThat(stage.facts().candidateWeight()).isEqualTo(0.02);
        assertThat(stage.fleet.pods("fraud-scorer", stage.now)).hasSize(20).allMatch(it -> it.ready());
    }

    @Test
    void aReleaseThatMovedOnIsNotPromoted() {
        var promote = workload(new Verb.Promote(stage.hash("17"), 5));
        var seen = stage.actuator.prepare(promote).seen();
        stage.done(workload(new Verb.Promote(stage.hash("17"), 5)));
        stage.later(MINUTE.multipliedBy(3));

        assertThat(stage.actuator.send(promote, seen))
                .isInstanceOfSatisfying(
                        Receipt.Refused.class, it -> assertThat(it.reason()).isEqualTo(Receipt.Reason.MOVED_ON));
        assertThat(stage.facts().candidateWeight()).isEqualTo(0.5);
        assertThat(stage.actuator.prepare(promote).checks()).anyMatch(it -> it.outcome() == Check.Outcome.STOPS);
    }

    @Test
    void noActIsDoneTwice() {
        var scale = workload(new Verb.Scale(18));
        var seen = stage.done(scale);

        assertThat(stage.actuator.send(scale, seen)).isInstanceOf(Receipt.Refused.class);
    }

    @Test
    void eventsTellTheAbortAsForARealCluster() {
        var before = stage.snapshot();
        stage.done(workload(new Verb.Abort(stage.hash("17"))));
        var events = new ArrayList<FleetEvent>();
        for (int i = 0; i < 12; i++) {
            var now = stage.later(Duration.ofSeconds(5)).snapshot();
            events.addAll(FleetEvents.between(before, now, SimulatedFleet.CURRENCY));
            before = now;
        }

        assertThat(events)
                .filteredOn(it -> FRAUD.equals(it.model()))
                .extracting(FleetEvent::text)
                .contains("Canary v17 was taken back: the rollout was aborted.");
    }

    @Test
    void actingLeavesThePastAsItWas() {
        var past = stage.now.minusSeconds(30);
        var untouched = stage.fleet.snapshot(past);

        stage.done(workload(new Verb.Abort(stage.hash("17"))));
        stage.done(stage.quiet(Duration.ofHours(1)));

        assertThat(stage.fleet.snapshot(past).roster().models())
                .isEqualTo(untouched.roster().models());
        assertThat(stage.fleet.snapshot(past).figures()).isEqualTo(untouched.figures());
        assertThat(stage.fleet.snapshot(past).alerts()).isEqualTo(untouched.alerts());
    }
}
