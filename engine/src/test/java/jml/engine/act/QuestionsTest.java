package jml.engine.act;

import static jml.engine.act.ActScene.FRAUD;
import static jml.engine.act.ActScene.NOON;
import static jml.engine.act.ActScene.abort;
import static jml.engine.act.ActScene.fleet;
import static jml.engine.act.ActScene.promote;
import static jml.engine.act.ActScene.rollBack;
import static jml.engine.act.ActScene.settled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jml.core.act.Check;
import jml.core.act.Check.Outcome;
import jml.core.act.Proposal;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.judge.Judgement;
import jml.core.judge.Ruling;
import jml.core.judge.SampleRatio;
import jml.core.registry.ModelRegistry;
import jml.core.registry.RegisteredModel;
import jml.engine.record.RecordingFleetRecord;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private final FleetSnapshot now = fleet(NOON, 0.99);

    private static Proposal backTo(String version) {
        return new Proposal(
                UUID.randomUUID(), Proposal.Purpose.ROLL_BACK, FRAUD, "Bring back", "16", version, List.of(abort()));
    }

    private Check verdict(Proposal proposal, Judgement.Verdict verdict) {
        var judgement = new Judgement(verdict, "17 fails.", List.of());
        var ruling = new Ruling(FRAUD, "17", NOON, NOON, NOON, judgement, SampleRatio.NOT_CHECKED, List.of(), "");
        return new VerdictQuestion((_, _, _) -> Optional.of(ruling), () -> NOON)
                .of(proposal, now)
                .getFirst();
    }

    @Test
    void theJudgeStopsAPromotionAndNeverAStepBack() {
        assertThat(verdict(promote(), Judgement.Verdict.ROLLBACK).outcome()).isEqualTo(Outcome.STOPS);
        assertThat(verdict(promote(), Judgement.Verdict.INVALID).outcome()).isEqualTo(Outcome.STOPS);
        assertThat(verdict(promote(), Judgement.Verdict.CONTINUE).outcome()).isEqualTo(Outcome.TO_KNOW);
        assertThat(verdict(promote(), Judgement.Verdict.PROMOTE).outcome()).isEqualTo(Outcome.READY);
        assertThat(verdict(rollBack(abort()), Judgement.Verdict.PROMOTE).outcome())
                .isEqualTo(Outcome.TO_KNOW);
    }

    /// Knows that v15 wants a feature that nobody sends to v16.
    private static final class FakeRegistry implements ModelRegistry {
        @Override
        public List<RegisteredModel> models() {
            return List.of();
        }

        @Override
        public Optional<Run> run(String runId) {
            return Optional.empty();
        }

        @Override
        public Optional<Signature> signature(String model, String version) {
            var amount = new Signature.Column("amount", "double", true);
            var payments = new Signature.Column("payments_7d", "double", true);
            return Optional.of(new Signature(
                    version.equals("15") || version.equals("17") ? List.of(amount, payments) : List.of(amount),
                    List.of(),
                    List.of()));
        }

        @Override
        public String describe() {
            return "fake";
        }
    }

    private Check schema(Proposal proposal) throws Exception {
        return new SchemaQuestion(name -> name.equals("mlflow") ? Optional.of(new FakeRegistry()) : Optional.empty())
                .of(proposal, now)
                .getFirst();
    }

    @Test
    void aVersionThatItsCallersCannotCallIsStoppedWithTheDifference() throws Exception {
        var check = schema(backTo("15"));

        assertThat(check.outcome()).isEqualTo(Outcome.STOPS);
        assertThat(check.finding()).isEqualTo("v15 breaks the callers of v16: input payments_7d is new and required");
        assertThat(schema(backTo("14")).outcome()).isEqualTo(Outcome.READY);
    }

    @Test
    void aVersionThatServesTheSameCallersNowIsNotStoppedByItsContract() throws Exception {
        assertThat(schema(rollBack(abort())).outcome()).isEqualTo(Outcome.TO_KNOW);
    }

    @Test
    void theTargetOfAStepBackIsToldWithItsPast() {
        var record = new RecordingFleetRecord();
        var changed = NOON.minus(Duration.ofHours(50));
        record.append(settled(changed.minusSeconds(30), "15"));
        record.append(settled(changed.plusSeconds(30), "16"));
        record.append(
                List.of(new FleetEvent("d", FleetEvent.Kind.DEPLOY, changed, changed, FRAUD, "v16 serves", "eu")));

        assertThat(new RollbackTarget(record)
                        .of(rollBack(abort()), now)
                        .getFirst()
                        .finding())
                .isEqualTo("v16 serves 75% of traffic now, made 0 s ago");
        assertThat(new RollbackTarget(record).of(backTo("15"), now).getFirst().finding())
                .isEqualTo("v15 served all traffic until 2 d ago");
        assertThat(new RollbackTarget(record).of(backTo("9"), now).getFirst().outcome())
                .isEqualTo(Outcome.TO_KNOW);
    }
}
