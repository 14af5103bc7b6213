package jml.app.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jml.app.SimulatedRegistries;
import jml.app.profile.Profile;
import jml.core.approval.Approval;
import jml.core.approval.Approvals;
import jml.core.approval.CheckedApproval;
import jml.core.approval.Review;
import jml.core.audit.AuditRecord;
import jml.core.model.ModelKey;
import jml.engine.Pacer;
import jml.engine.approval.Registries;
import jml.engine.approval.SignedApprovals;
import jml.gameday.FleetRegistry;
import jml.gameday.SimulatedFleet;
import jml.gameday.act.DoneActs;
import jml.gameday.act.SimulatedActuator;
import jml.gameday.approval.SimulatedPeople;
import jml.store.audit.AuditFiles;
import jml.store.audit.FileAuditJournal;
import jml.store.audit.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person without any settings meets: a release that waits for them.
class SimulatedApprovalTest {
    private static final Instant OPENED = Instant.parse("2026-11-11T14:00:00Z");
    private static final ModelKey CREDIT = new ModelKey(SimulatedFleet.ENVIRONMENT.name(), "credit-underwriting");

    private final MovedClock clock = new MovedClock();

    @TempDir
    private Path data;

    private FileAuditJournal journal;
    private SignedApprovals approvals;

    @BeforeEach
    void open() throws Exception {
        var fleet = SimulatedFleet.of(7, 24, OPENED);
        var actuator = new SimulatedActuator(fleet, clock, DoneActs.in(data.resolve("acts"), OPENED));
        Registries registries = new SimulatedRegistries(new FleetRegistry(fleet, clock));
        journal = FileAuditJournal.open(AuditFiles.simulatedIn(data), new SimulatedPeople(), clock);
        var trust = new ProfileTrust(Profile.simulated(), data, "pat");
        approvals = new SignedApprovals(
                () -> fleet.snapshot(clock.instant()),
                (_, _, _) -> Optional.empty(),
                new SignedApprovals.Rules(Profile.simulated().governance().approvals(), null, trust),
                new SignedApprovals.Means(
                        registries, _ -> Optional.of(actuator), trust.keys(), journal, new StrictJson()),
                clock);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static Approvals.Wish approve(String reason) {
        return new Approvals.Wish(Approval.Decision.APPROVE, reason, Optional.empty(), false);
    }

    @Test
    void theCreditReleaseWaitsAndThePersonHereMayApproveIt() throws Exception {
        var waiting = approvals.pending();

        assertThat(waiting).singleElement().satisfies(it -> {
            assertThat(it.model()).isEqualTo(CREDIT);
            assertThat(it.evidence().version()).isEqualTo("8");
            assertThat(it.evidence().serving()).isEqualTo("7");
            assertThat(it.evidence().signature()).isEqualTo("valid, credit-ci");
            assertThat(it.evidence().differences()).isNotEmpty();
            assertThat(it.you()).isEqualTo("pat");
            assertThat(it.contributions()).singleElement().satisfies(made -> assertThat(made.person())
                    .isEqualTo(SimulatedPeople.AUTHOR));
            assertThat(it.obstacle(approve("read it"), clock.instant())).isEmpty();
        });
    }

    @Test
    void anApprovalIsSignedKeptJournalledAndEndsTheWait() throws Exception {
        var review = approvals.pending().getFirst();

        var decided = approvals.decide(review, approve("Agrees with v7."));

        assertThat(decided.state()).isEqualTo(CheckedApproval.State.VALID);
        assertThat(decided.approval().orElseThrow().binding())
                .isEqualTo(review.evidence().binding());
        assertThat(approvals.pending()).isEmpty();
        assertThat(journal.records()).extracting(AuditRecord::action).containsExactly("approval", "approval");
        assertThat(journal.records().getFirst().details())
                .containsEntry("reason", "Agrees with v7.")
                .containsEntry("evidence", review.evidence().digest().hex());
    }

    @Test
    void evidenceStaysAsItWasShownUntilAPersonFreezesItAnew() throws Exception {
        var shown = approvals.pending().getFirst();
        clock.move(Duration.ofMinutes(10));

        assertThat(approvals.pending().getFirst().evidence()).isEqualTo(shown.evidence());

        var anew = approvals.freeze(shown);
        assertThat(anew.evidence().frozenAt()).isEqualTo(clock.instant());
        assertThatThrownBy(() -> approvals.decide(shown, approve("read it")))
                .isInstanceOf(Approvals.RefusedException.class)
                .hasMessageContaining("frozen again");
        assertThat(approvals.decide(anew, approve("read it")).valid()).isTrue();
    }

    @Test
    void aRejectionOutweighsAndNoLongerWaits() throws Exception {
        var review = approvals.pending().getFirst();
        var wish = new Approvals.Wish(Approval.Decision.REJECT, "Fairness was not read.", Optional.empty(), false);

        assertThat(approvals.decide(review, wish).valid()).isTrue();

        assertThat(approvals.pending()).isEmpty();
        assertThat(approvals.freeze(review).review().outcome()).isEqualTo(Review.Outcome.WAITING);
    }

    private static final class MovedClock implements Pacer {
        private Instant now = OPENED;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }

        void move(Duration by) {
            now = now.plus(by);
        }
    }
}
