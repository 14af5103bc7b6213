package jml.engine.act;

import static jml.engine.act.ActScene.abort;
import static jml.engine.act.ActScene.aliasOff;
import static jml.engine.act.ActScene.promote;
import static jml.engine.act.ActScene.rollBack;
import static jml.engine.act.PathHarness.JON;
import static jml.engine.act.PathHarness.LENA;
import static jml.engine.act.PathHarness.ended;
import static jml.engine.act.PathHarness.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jml.core.act.Check;
import jml.core.act.Course;
import jml.core.act.Course.Ending;
import jml.core.act.Effect;
import jml.core.act.Receipt;
import jml.core.fleet.FleetEvent;
import jml.core.source.SourceException;
import jml.engine.FakePacer;
import jml.engine.act.ActJournal.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalledActionPathTest {
    private final PathHarness here = PathHarness.jumping();

    private static Effect effect(Effect.State state, String what) {
        return new Effect(state, List.of(new Effect.Fact(what, "12/16", null)));
    }

    @Test
    void withoutItsConsentOnRecordNothingIsSent() throws Exception {
        here.consent = _ -> {
            throw new SourceException("prod", SourceException.Kind.REFUSED, "the registry does not answer");
        };

        var course = here.ended(here.path(), promote());

        assertThat(course.ended()).contains(Ending.REFUSED);
        assertThat(course.sentence()).contains("the registry does not answer").endsWith("Nothing was sent.");
        assertThat(here.cluster.sent).isEmpty();
        assertThat(here.journal.words()).containsExactly(Word.INTENT, Word.OUTCOME);
    }

    @Test
    void theConsentIsOnRecordBeforeAnythingIsSent() throws Exception {
        var sentBefore = new ArrayList<Integer>();
        here.consent = _ -> sentBefore.add(here.cluster.sent.size());

        here.ended(here.path(), promote());

        assertThat(sentBefore).containsExactly(0);
        assertThat(here.cluster.sent).hasSize(1);
    }

    @Test
    void whatIsAcceptedAndTakesEffectEndsBackAndStandsInTheJournalStepByStep() throws Exception {
        var course = here.ended(here.path(), rollBack(abort(), aliasOff()));

        assertThat(course.ended()).contains(Ending.BACK);
        assertThat(course.sentence()).isEqualTo("v16 serves all traffic.");
        assertThat(here.cluster.sent).hasSize(1);
        assertThat(here.registry.sent).hasSize(1);
        assertThat(here.journal.words())
                .containsExactly(Word.INTENT, Word.SENDING, Word.RECEIPT, Word.SENDING, Word.RECEIPT, Word.OUTCOME);
        assertThat(here.events)
                .extracting(FleetEvent::kind)
                .containsOnly(FleetEvent.Kind.ACT)
                .hasSize(3);
        assertThat(here.events.getFirst().text())
                .isEqualTo("lena: Abort the rollout of fraud-scorer. The judge says ROLLBACK");
    }

    @Test
    void aSecondClickChangesNothing() throws Exception {
        var path = here.path();
        var preflight = path.preflight(rollBack(abort()));
        path.confirm(preflight, LENA);

        assertThatThrownBy(() -> path.confirm(preflight, LENA)).isInstanceOf(IllegalStateException.class);
        ended(path);
        assertThatThrownBy(() -> here.path().confirm(preflight, LENA)).isInstanceOf(IllegalStateException.class);
        assertThat(here.cluster.sent).hasSize(1);
    }

    @Test
    void theMissedObjectiveMustHoldForFiveMinutes() throws Exception {
        var healed = ActScene.NOON.plusSeconds(120);
        here.fleet =
                () -> ActScene.fleet(here.pacer.instant(), here.pacer.instant().isBefore(healed) ? 0.912 : 0.98);

        var course = here.ended(here.path(), rollBack(abort()));

        assertThat(course.ended()).contains(Ending.BACK);
        assertThat(course.sentence()).isEqualTo("v16 serves all traffic; fidelity is back.");
        assertThat(here.pacer.instant()).isBetween(healed.plusSeconds(300), healed.plusSeconds(310));
    }

    @Test
    void anObjectiveThatIsNotBackIsToldWithItsFigure() throws Exception {
        here.fleet = () -> ActScene.fleet(here.pacer.instant(), 0.912);

        var course = here.ended(here.path(), rollBack(abort()));

        assertThat(course.ended()).contains(Ending.NOT_BACK);
        assertThat(course.sentence())
                .isEqualTo("v16 serves all traffic; 15 min later fidelity 91.2%, objective 97%."
                        + " The cause is probably elsewhere.");
    }

    @Test
    void cancelledInTheGraceSendsNothing() throws Exception {
        var pacer = new FakePacer(ActScene.NOON);
        var held = new PathHarness(pacer);
        var path = held.path();
        var proposal = rollBack(abort());
        path.confirm(path.preflight(proposal), LENA);
        assertThat(pacer.nextSleep()).isEqualTo(Duration.ofSeconds(5));

        assertThat(path.cancel(proposal.id())).isTrue();
        assertThat(path.cancel(proposal.id())).isFalse();
        pacer.letGo();

        assertThat(ended(path).ended()).contains(Ending.NOT_SENT);
        until(path, _ -> held.journal.words().contains(Word.OUTCOME));
        assertThat(held.journal.words()).containsExactly(Word.INTENT, Word.OUTCOME);
        assertThat(held.cluster.sent).isEmpty();
    }

    @Test
    void whatMovedOnBetweenLookAndSendingIsNotSent() throws Exception {
        var path = here.path();
        var preflight = path.preflight(rollBack(abort()));
        here.cluster.moved("step", "3");
        path.confirm(preflight, LENA);

        var course = ended(path);
        assertThat(course.ended()).contains(Ending.REFUSED);
        assertThat(course.sentence()).isEqualTo("It moved on: step was 2, is 3. Nothing was sent.");
        assertThat(here.cluster.sent).isEmpty();
    }

    @Test
    void aRightThatWasTakenAwayMeanwhileStopsIt() throws Exception {
        var path = here.path();
        var preflight = path.preflight(rollBack(abort()));
        here.cluster.checks.add(Check.stops(Check.Subject.PERMISSION, "No patch rollouts/status.", List.of()));
        path.confirm(preflight, LENA);

        var course = ended(path);
        assertThat(course.ended()).contains(Ending.REFUSED);
        assertThat(course.sentence()).isEqualTo("Permission: No patch rollouts/status. Nothing was sent.");
        assertThat(here.cluster.sent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Receipt.Reason.class)
    void aRefusalEndsItWithoutASecondTry(Receipt.Reason reason) throws Exception {
        here.cluster.answer = (_, _) -> new Receipt.Refused(reason, 409, "podHash differs");

        var course = here.ended(here.path(), rollBack(abort(), aliasOff()));

        assertThat(course.ended()).contains(Ending.REFUSED);
        assertThat(course.sentence())
                .contains("(409)")
                .contains("podHash differs")
                .endsWith("Nothing changed.");
        assertThat(here.cluster.sent).hasSize(1);
        assertThat(here.registry.sent).isEmpty();
    }

    @Test
    void aCutConnectionIsReadUntilItIsKnownAndNeverSentAgain() throws Exception {
        var reads = new AtomicInteger();
        here.cluster.answer = (_, _) -> new Receipt.Unknown("cut after sending");
        here.cluster.reading = _ -> {
            if (reads.incrementAndGet() < 4) {
                throw new SourceException("eu", SourceException.Kind.UNREACHABLE, "refused");
            }
            return effect(reads.get() < 8 ? Effect.State.ABSENT : Effect.State.REACHED, "v16 has 16 pods ready");
        };

        var course = here.ended(here.path(), rollBack(abort()));

        assertThat(course.ended()).contains(Ending.BACK);
        assertThat(here.cluster.sent).hasSize(1);
        assertThat(here.journal.words())
                .containsExactly(Word.INTENT, Word.SENDING, Word.RECEIPT, Word.FOUND, Word.OUTCOME);
    }

    @Test
    void aTargetThatStandsUnchangedForMinutesProvesThatNothingArrived() throws Exception {
        here.cluster.answer = (_, _) -> new Receipt.Unknown("timed out");
        here.cluster.reading = _ -> effect(Effect.State.ABSENT, "v17 serves 25%");

        var course = here.ended(here.path(), rollBack(abort()));

        assertThat(course.ended()).contains(Ending.NOT_SENT);
        assertThat(here.pacer.instant()).isAfterOrEqualTo(ActScene.NOON.plusSeconds(120));
        assertThat(here.cluster.sent).hasSize(1);
    }

    @Test
    void aFailureInsideSendingCountsAsUnknown() throws Exception {
        here.cluster.answer = (_, _) -> {
            throw new IllegalStateException("bug");
        };

        assertThat(here.ended(here.path(), rollBack(abort())).ended()).contains(Ending.BACK);
        assertThat(here.cluster.sent).hasSize(1);
    }

    @Test
    void whatIsUndoneOrDoesNotHappenIsSaid() throws Exception {
        here.cluster.reading = _ -> effect(Effect.State.UNDONE, "Argo CD put v17 back");
        var undone = here.ended(here.path(), rollBack(abort()));
        assertThat(undone.ended()).contains(Ending.NO_EFFECT);
        assertThat(undone.sentence()).contains("Argo CD put v17 back");

        here.cluster.reading = _ -> effect(Effect.State.UNDER_WAY, "v16 has pods ready");
        var slow = here.ended(here.path(), rollBack(abort()));
        assertThat(slow.ended()).contains(Ending.NO_EFFECT);
        assertThat(slow.sentence())
                .isEqualTo("Accepted 10 min ago, and not done. Waits for this: v16 has pods ready: 12/16.");
    }

    @Test
    void ofTwoConsolesOneActsAndTheOtherIsToldThatItMovedOn() throws Exception {
        here.cluster.answer = (_, seen) -> {
            synchronized (here.cluster.target) {
                if (!seen.fields().equals(here.cluster.target)) {
                    return new Receipt.Refused(Receipt.Reason.MOVED_ON, 409, "step is 3");
                }
                here.cluster.target.put("step", "3");
                return new Receipt.Accepted(200, Duration.ZERO, "");
            }
        };
        var other = PathHarness.jumping();
        var one = here.path();
        var two = new JournalledActionPath(
                other.journal,
                _ -> java.util.Optional.of(here.cluster),
                () -> here.fleet.get(),
                new Caution(List.of(), _ -> false, Patience.standard(), Consent.NONE),
                other.pacer,
                _ -> {});
        var seenByOne = one.preflight(rollBack(abort()));
        var seenByTwo = two.preflight(rollBack(abort()));
        one.confirm(seenByOne, LENA);
        two.confirm(seenByTwo, JON);

        assertThat(List.of(ended(one).ended().orElseThrow(), ended(two).ended().orElseThrow()))
                .containsExactlyInAnyOrder(Ending.BACK, Ending.REFUSED);
        assertThat(here.cluster.target).containsEntry("step", "3");
    }

    @Test
    void withoutAJournalNothingIsSent() throws Exception {
        here.journal.refused.add(Word.SENDING);
        var course = here.ended(here.path(), rollBack(abort()));

        assertThat(course.ended()).contains(Ending.NOT_SENT);
        assertThat(here.cluster.sent).isEmpty();

        here.journal.refused.add(Word.INTENT);
        assertThat(here.ended(here.path(), rollBack(abort())).sentence()).contains("no space left");
        assertThat(here.cluster.sent).isEmpty();
    }

    @Test
    void aReceiptTheDiskDoesNotTakeIsWatchedNevertheless() throws Exception {
        here.journal.refused.add(Word.RECEIPT);

        assertThat(here.ended(here.path(), rollBack(abort())).ended()).contains(Ending.BACK);
    }

    @Test
    void aVersionTakenBackIsHeldUntilSomebodyClearsItAlsoAfterARestart() throws Exception {
        here.ended(here.path(), rollBack(abort()));
        var restarted = here.path();

        var hold = restarted.holds().getFirst();
        assertThat(hold.version()).isEqualTo("17");
        assertThat(hold.clearedBy()).isEqualTo("ml-owners Fraud");
        assertThat(restarted.preflight(promote()).obstacle())
                .hasValueSatisfying(it -> assertThat(it.subject()).isEqualTo(Check.Subject.HOLD));

        here.pacer.sleep(Duration.ofSeconds(1));
        restarted.clear(hold, JON);
        assertThat(here.path().holds()).isEmpty();
        assertThat(restarted.preflight(promote()).obstacle()).isEmpty();
    }

    @Test
    void closingCancelsWhatWasNotSent() throws Exception {
        var pacer = new FakePacer(ActScene.NOON);
        var held = new PathHarness(pacer);
        var path = held.path();
        path.confirm(path.preflight(rollBack(abort())), LENA);
        pacer.nextSleep();

        path.close();
        pacer.letGo();

        assertThat(path.courses().getFirst().ended()).contains(Ending.NOT_SENT);
        assertThat(path.courses().getFirst().stage()).isEqualTo(Course.Stage.ENDED);
        assertThat(held.cluster.sent).isEmpty();
    }
}
