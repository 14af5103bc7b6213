package jml.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Preflight;
import jml.core.act.Proposal;
import jml.core.act.RegistryAct;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditRecord;
import jml.core.judge.Judgement;
import jml.core.judge.Judgement.Verdict;
import jml.core.judge.Ruling;
import jml.core.judge.SampleRatio;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ModelKey FRAUD = new ModelKey("eu", "fraud");

    private final FakeAuditJournal journal = new FakeAuditJournal();
    private final AuditTrail trail = new AuditTrail(journal, "lena", Runnable::run);
    private final Proposal proposal =
            new Proposal(UUID.randomUUID(), Proposal.Purpose.ROLL_BACK, FRAUD, "Roll back", "17", "16", List.of(act()));

    private static RegistryAct act() {
        return new RegistryAct(
                UUID.randomUUID(), FRAUD, "mlflow", "fraud", new RegistryAct.Verb.DeleteAlias("challenger"));
    }

    private Preflight answered(Check check) {
        return new Preflight(proposal, NOON, List.of(), List.of(check), Preflight.Confirm.GRACE);
    }

    private static Ruling ruling(String release, Verdict verdict, String digest) {
        return new Ruling(
                FRAUD,
                release,
                NOON,
                NOON,
                null,
                new Judgement(verdict, "Errors doubled.", List.of()),
                SampleRatio.NOT_CHECKED,
                List.of(),
                digest);
    }

    @Test
    void anObstacleIsOneRefusalHoweverOftenItIsLookedAt() {
        var forbidden = Check.stops(Subject.PERMISSION, "you may not patch rollouts", List.of());
        trail.asked(answered(forbidden));
        trail.asked(answered(forbidden));
        trail.asked(answered(Check.stops(Subject.POLICY, "freeze", List.of())));

        assertThat(journal.records(0))
                .allMatch(it -> it.is(AuditAction.REFUSAL) && it.actor().equals("lena"))
                .extracting(it -> it.details().get("finding"))
                .containsExactly("you may not patch rollouts", "freeze");
        assertThat(journal.records(0).getFirst().subject()).isEqualTo("fraud@17 in eu");
        assertThat(journal.records(0).getFirst().details()).containsEntry(AuditEntry.MODEL, "fraud");
    }

    @Test
    void aPreflightWithoutAnObstacleIsNoRefusal() {
        trail.asked(answered(Check.ready(Subject.PERMISSION, "you may")));

        assertThat(journal.records(0)).isEmpty();
    }

    @Test
    void aVerdictIsWrittenWhenItChangesNotWithEveryRefresh() {
        trail.saw(ruling("17", Verdict.CONTINUE, "a"));
        trail.saw(ruling("17", Verdict.CONTINUE, "b"));
        trail.saw(ruling("17", Verdict.ROLLBACK, "c"));
        trail.saw(ruling("18", Verdict.CONTINUE, "d"));
        trail.saw(ruling("17", Verdict.ROLLBACK, "e"));

        assertThat(journal.records(0))
                .allMatch(it -> it.is(AuditAction.VERDICT_SHOWN))
                .extracting(
                        it -> it.details().get("verdict") + " " + it.details().get("digest"))
                .containsExactly("CONTINUE a", "ROLLBACK c", "CONTINUE d");
    }

    @Test
    void settingsNameTheSourceAndWhatChanged() {
        trail.settingsChanged("prometheus", Map.of("changed", "url"));

        assertThat(journal.records(0)).extracting(AuditRecord::subject).containsExactly("prometheus");
    }
}
