package jml.app.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jml.app.SimulatedRegistries;
import jml.app.profile.Profile;
import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.core.act.Effect;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.RegistryAct;
import jml.core.act.Sighting;
import jml.core.approval.Approval;
import jml.core.approval.Approvals;
import jml.core.approval.TrustedKey;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.engine.act.JumpingPacer;
import jml.engine.approval.SignedApprovals;
import jml.gameday.FleetRegistry;
import jml.gameday.SimulatedFleet;
import jml.gameday.act.DoneActs;
import jml.gameday.act.SimulatedActuator;
import jml.gameday.approval.SimulatedPeople;
import jml.store.audit.AuditFiles;
import jml.store.audit.FileAuditJournal;
import jml.store.audit.StrictJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong between the look at a review and the signature in the registry.
class DecisionFaultsTest {
    private static final Instant OPENED = Instant.parse("2026-11-11T14:00:00Z");
    private static final ModelKey CREDIT = new ModelKey(SimulatedFleet.ENVIRONMENT.name(), "credit-underwriting");
    private static final Approvals.Wish APPROVE =
            new Approvals.Wish(Approval.Decision.APPROVE, "Read it.", Optional.empty(), false);

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, OPENED);
    private final JumpingPacer clock = new JumpingPacer(OPENED);
    private final FaultyActuator actuator = new FaultyActuator(new SimulatedActuator(fleet, clock, DoneActs.unkept()));

    @TempDir
    private Path data;

    private boolean revoked;
    private FileAuditJournal journal;
    private SignedApprovals approvals;

    @BeforeEach
    void open() throws Exception {
        journal = FileAuditJournal.open(AuditFiles.simulatedIn(data), new SimulatedPeople(), clock);
        approvals = new SignedApprovals(
                () -> fleet.snapshot(clock.instant()),
                (_, _, _) -> Optional.empty(),
                new SignedApprovals.Rules(Profile.simulated().governance().approvals(), null, this::trusted),
                new SignedApprovals.Means(
                        new SimulatedRegistries(new FleetRegistry(fleet, clock)),
                        _ -> Optional.of(actuator),
                        new SimulatedPeople(),
                        journal,
                        new StrictJson()),
                clock);
    }

    private List<TrustedKey> trusted() {
        return SimulatedPeople.trusted("pat").stream()
                .map(it -> new TrustedKey(
                        it.person(), it.roles(), it.key(), null, null, revoked ? OPENED : null, "lost laptop"))
                .toList();
    }

    @Test
    void anArtifactThatChangedSinceTheLookIsNotSigned() throws Exception {
        var review = approvals.pending().getFirst();
        var other = "sha256:" + "ab".repeat(32);
        var verb = new RegistryAct.Verb.SetTag("8", "image.digest", other);
        var act = new RegistryAct(
                UUID.randomUUID(),
                CREDIT,
                SimulatedFleet.SOURCE,
                review.evidence().model(),
                verb);
        actuator.send(act, actuator.prepare(act).seen());

        assertThatThrownBy(() -> approvals.decide(review, APPROVE))
                .isInstanceOf(Approvals.RefusedException.class)
                .hasMessageContaining("another artifact");
        assertThat(journal.records()).isEmpty();
        assertThat(approvals.pending().getFirst().evidence().digest())
                .isNotEqualTo(review.evidence().digest());
    }

    @Test
    void aKeyThatWasRevokedSinceTheLookSignsNothing() throws Exception {
        var review = approvals.pending().getFirst();
        revoked = true;

        assertThatThrownBy(() -> approvals.decide(review, APPROVE))
                .isInstanceOf(Approvals.RefusedException.class)
                .hasMessageContaining("revoked");
        assertThat(journal.records()).isEmpty();
    }

    @Test
    void whatIsHalfWrittenCountsForNothingAndIsFinishedNotSignedAgain() throws Exception {
        var review = approvals.pending().getFirst();
        actuator.refuseFrom = 2;

        assertThatThrownBy(() -> approvals.decide(review, APPROVE))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("tags are written, so the decision does not count yet");
        assertThat(approvals.pending()).hasSize(1);

        actuator.refuseFrom = Integer.MAX_VALUE;
        clock.sleep(Duration.ofSeconds(1));
        assertThat(approvals.decide(review, APPROVE).valid()).isTrue();
        assertThat(approvals.pending()).isEmpty();
        assertThat(journal.records())
                .extracting(it -> it.details().get("state"))
                .containsExactly("signed", "in the registry");
        assertThat(actuator.taken).doesNotHaveDuplicates();
    }

    @Test
    void aTagWhoseAnswerWasCutOffIsLookedForAndNotSentAgain() throws Exception {
        actuator.silent = true;

        assertThat(approvals.decide(approvals.pending().getFirst(), APPROVE).valid())
                .isTrue();
        assertThat(actuator.taken).doesNotHaveDuplicates();
    }

    private static final class FaultyActuator implements Actuator {
        private final Actuator real;
        private final List<String> taken = new ArrayList<>();
        private int refuseFrom = Integer.MAX_VALUE;
        private boolean silent;

        FaultyActuator(Actuator real) {
            this.real = real;
        }

        @Override
        public Preparation prepare(Act act) throws SourceException, InterruptedException {
            return real.prepare(act);
        }

        @Override
        public Receipt send(Act act, Sighting seen) throws InterruptedException {
            if (taken.size() >= refuseFrom) {
                return new Receipt.Refused(Receipt.Reason.UNAVAILABLE, 503, "the registry is being restarted");
            }
            taken.add(((RegistryAct) act).verb().toString());
            var receipt = real.send(act, seen);
            return silent ? new Receipt.Unknown("the answer did not come") : receipt;
        }

        @Override
        public Effect effect(Act act, Sighting before) throws SourceException, InterruptedException {
            return real.effect(act, before);
        }
    }
}
