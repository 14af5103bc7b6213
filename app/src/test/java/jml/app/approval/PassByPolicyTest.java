package jml.app.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jml.app.SimulatedRegistries;
import jml.app.profile.Profile;
import jml.core.act.Check;
import jml.core.act.Proposal;
import jml.core.act.RegistryAct;
import jml.core.approval.Approval;
import jml.core.approval.Approvals;
import jml.core.approval.FourEyes;
import jml.core.approval.Review;
import jml.core.approval.TrustedKey;
import jml.core.fleet.FleetSnapshot;
import jml.core.model.ModelKey;
import jml.core.policy.CelPolicyEngine;
import jml.core.policy.Policy;
import jml.core.policy.PolicyPack;
import jml.core.source.SourceException;
import jml.engine.act.JumpingPacer;
import jml.engine.approval.ApprovalQuestion;
import jml.engine.approval.PassByPolicy;
import jml.engine.approval.SignedApprovals;
import jml.engine.approval.TrustedKeys;
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

/// A rule says that nobody needs to look: the console signs that before the act is sent.
class PassByPolicyTest {
    private static final Instant OPENED = Instant.parse("2026-11-11T14:00:00Z");
    private static final ModelKey CREDIT = new ModelKey(SimulatedFleet.ENVIRONMENT.name(), "credit-underwriting");

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, OPENED);
    private final JumpingPacer clock = new JumpingPacer(OPENED);

    @TempDir
    private Path data;

    private FileAuditJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = FileAuditJournal.open(AuditFiles.simulatedIn(data), new SimulatedPeople(), clock);
    }

    private FleetSnapshot now() {
        return fleet.snapshot(clock.instant());
    }

    private SignedApprovals approvals(String check, TrustedKeys trusted) {
        var actuator = new SimulatedActuator(fleet, clock, DoneActs.unkept());
        var rule =
                new Policy("low-risk", "Low risk", "true", check, "x", "", Policy.Severity.NO_PERSON_NEEDED, List.of());
        var engine = new CelPolicyEngine(new PolicyPack("own", Map.of(), List.of(rule)));
        return new SignedApprovals(
                this::now,
                (_, _, _) -> Optional.empty(),
                new SignedApprovals.Rules(Profile.simulated().governance().approvals(), engine, trusted),
                new SignedApprovals.Means(
                        new SimulatedRegistries(new FleetRegistry(fleet, clock)),
                        _ -> Optional.of(actuator),
                        new SimulatedPeople(),
                        journal,
                        new StrictJson()),
                clock);
    }

    private SignedApprovals approvals(String check) {
        return approvals(check, () -> SimulatedPeople.trusted("pat"));
    }

    private static Proposal promote() {
        var act = new RegistryAct(
                UUID.randomUUID(),
                CREDIT,
                SimulatedFleet.SOURCE,
                "credit-risk",
                new RegistryAct.Verb.SetAlias("champion", "8"));
        return new Proposal(
                UUID.randomUUID(), Proposal.Purpose.PROMOTE_FULLY, CREDIT, "Promote", "7", "8", List.of(act));
    }

    @Test
    void theConsoleSignsThatNobodyLookedAndByWhichRule() throws Exception {
        var approvals = approvals("act.weight <= 100");
        var question = new ApprovalQuestion(approvals);
        var review = approvals.pending().getFirst();

        assertThat(review.then()).contains("No person is needed").contains("low-risk");
        assertThat(question.of(promote(), now())).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Check.Outcome.READY);
            assertThat(it.finding())
                    .isEqualTo("no person needed for 100% of traffic, by the rule low-risk; the console signs that"
                            + " before it sends");
        });
        assertThat(journal.records()).as("looking signs nothing").isEmpty();

        new PassByPolicy(approvals, this::now).record(promote());

        assertThat(approvals.pending()).isEmpty();
        assertThat(approvals.freeze(review).review().outcome()).isEqualTo(Review.Outcome.WAITING);
        assertThat(journal.records()).hasSize(2).allSatisfy(it -> {
            assertThat(it.actor()).isEqualTo("console");
            assertThat(it.action()).isEqualTo("approval");
            assertThat(it.details())
                    .containsEntry("decision", "pass-by-policy")
                    .containsEntry("looked", "no person")
                    .containsEntry("reason", "No person looked, by the rule low-risk: Low risk, 100% of traffic.");
        });
    }

    @Test
    void whatWasPassedIsSaidByItsRuleAndNotSignedAgain() throws Exception {
        var approvals = approvals("act.weight <= 100");
        var consent = new PassByPolicy(approvals, this::now);
        consent.record(promote());
        consent.record(promote());

        assertThat(journal.records()).hasSize(2);
        assertThat(new ApprovalQuestion(approvals).of(promote(), now()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.outcome()).isEqualTo(Check.Outcome.READY);
                    assertThat(it.finding()).contains("passed by a rule").contains("low-risk");
                });
    }

    @Test
    void aRuleThatDoesNotHoldSignsNothingAndNothingIsSent() throws Exception {
        var consent = new PassByPolicy(approvals("act.weight <= 25"), this::now);

        assertThatThrownBy(() -> consent.record(promote()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("a person has to approve it now");
        assertThat(journal.records()).isEmpty();
    }

    @Test
    void aKeyThatIsNotTrustedForRulesStopsTheActBeforeItIsConfirmed() throws Exception {
        TrustedKeys without = () -> SimulatedPeople.trusted("pat").stream()
                .filter(it -> !it.roles().contains(FourEyes.POLICY))
                .toList();
        var approvals = approvals("act.weight <= 100", without);

        assertThat(new ApprovalQuestion(approvals).of(promote(), now()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.outcome()).isEqualTo(Check.Outcome.STOPS);
                    assertThat(it.finding()).contains("low-risk").contains("console approval key console --policy");
                });
        assertThatThrownBy(() -> new PassByPolicy(approvals, this::now).record(promote()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("not among the trusted ones");
    }

    @Test
    void aPersonsRejectionOutweighsTheRule() throws Exception {
        var approvals = approvals("act.weight <= 100");
        var no = new Approvals.Wish(Approval.Decision.REJECT, "Fairness was not read.", Optional.empty(), false);
        approvals.decide(approvals.pending().getFirst(), no);

        assertThat(new ApprovalQuestion(approvals).of(promote(), now()))
                .singleElement()
                .satisfies(it -> assertThat(it.outcome()).isEqualTo(Check.Outcome.STOPS));
        assertThatThrownBy(() -> new PassByPolicy(approvals, this::now).record(promote()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("rejected");
    }

    @Test
    void aRevokedConsoleKeyTakesAwayWhatItPassed() throws Exception {
        var revoked = new boolean[1];
        TrustedKeys trusted = () -> SimulatedPeople.trusted("pat").stream()
                .map(it -> revoked[0] && it.roles().contains(FourEyes.POLICY)
                        ? new TrustedKey(it.person(), it.roles(), it.key(), null, null, OPENED, "stolen")
                        : it)
                .toList();
        var approvals = approvals("act.weight <= 100", trusted);
        new PassByPolicy(approvals, this::now).record(promote());
        assertThat(approvals.pending()).isEmpty();

        revoked[0] = true;

        assertThat(approvals.pending()).hasSize(1);
    }
}
