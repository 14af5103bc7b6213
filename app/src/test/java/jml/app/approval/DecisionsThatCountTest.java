package jml.app.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.app.SimulatedRegistries;
import jml.core.approval.Approval;
import jml.core.approval.ApprovalDemands;
import jml.core.approval.Approvals;
import jml.core.approval.FourEyes;
import jml.core.approval.PendingReview;
import jml.core.approval.TrustedKey;
import jml.core.model.ModelPattern;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelRegistry;
import jml.core.registry.RegisteredModel;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeys;
import jml.engine.act.JumpingPacer;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose decisions count, and until when, from one console to the next.
class DecisionsThatCountTest {
    private static final Instant OPENED = Instant.parse("2026-11-11T14:00:00Z");

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, OPENED);
    private final JumpingPacer clock = new JumpingPacer(OPENED);
    private final SimulatedRegistries real = new SimulatedRegistries(new FleetRegistry(fleet, clock));
    private final SimulatedActuator actuator = new SimulatedActuator(fleet, clock, DoneActs.unkept());
    private final SigningKey one = SigningKey.generate();
    private final SigningKey other = SigningKey.generate();
    private final List<TrustedKey> trusted = new ArrayList<>();

    @TempDir
    private Path data;

    private FileAuditJournal journal;
    private String models = "credit-*";
    private int needed = 1;

    @BeforeEach
    void open() throws Exception {
        journal = FileAuditJournal.open(AuditFiles.simulatedIn(data), new SimulatedPeople(), clock);
        trusted.add(key("M.S.", one, null, "governance"));
        trusted.add(key("J.B.", other, null, "owner"));
    }

    private static TrustedKey key(String person, SigningKey key, @Nullable Instant until, String... roles) {
        return new TrustedKey(person, Set.of(roles), key.publicKey(), null, until, null, "");
    }

    private SignedApprovals console(SigningKey key) {
        return console(key, real);
    }

    private SignedApprovals console(SigningKey key, Registries registries) {
        var about = new ModelPattern(SimulatedFleet.ENVIRONMENT.name(), models);
        var rule = new ApprovalDemands.Rule(about, Optional.of(new FourEyes(needed, Set.of())));
        var keys = new SigningKeys() {
            @Override
            public SigningKey own(String name) {
                return key;
            }

            @Override
            public String place() {
                return "the test";
            }
        };
        return new SignedApprovals(
                () -> fleet.snapshot(clock.instant()),
                (_, _, _) -> Optional.empty(),
                new SignedApprovals.Rules(new ApprovalDemands(List.of(rule)), null, () -> List.copyOf(trusted)),
                new SignedApprovals.Means(registries, _ -> Optional.of(actuator), keys, journal, new StrictJson()),
                clock);
    }

    private static Approvals.Wish wish(Approval.Decision decision, boolean bypass) {
        return new Approvals.Wish(decision, "Read it.", Optional.empty(), bypass);
    }

    private static final Approvals.Wish YES = wish(Approval.Decision.APPROVE, false);

    @Test
    void whatWaitsLongestComesFirst() throws Exception {
        models = "*";

        assertThat(console(one).pending())
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(Comparator.comparing(PendingReview::since).thenComparing(PendingReview::model));
    }

    @Test
    void twoPeopleAtTwoConsolesDecideOnTheSameEvidence() throws Exception {
        needed = 2;
        var first = console(one).pending().getFirst();
        console(one).decide(first, YES);
        clock.sleep(Duration.ofSeconds(30));

        var second = console(other).pending().getFirst();
        assertThat(second.evidence()).isEqualTo(first.evidence());
        assertThat(second.review().approved()).isEqualTo(1);
        console(other).decide(second, YES);

        assertThat(console(one).pending()).isEmpty();
    }

    @Test
    void anotherPersonsRejectionOutweighsAnApproval() throws Exception {
        needed = 2;
        var here = console(one);
        var review = here.pending().getFirst();
        here.decide(review, YES);
        clock.sleep(Duration.ofSeconds(30));
        var there = console(other);
        there.decide(there.pending().getFirst(), wish(Approval.Decision.REJECT, false));

        assertThat(here.pending()).isEmpty();
        clock.sleep(Duration.ofSeconds(30));
        assertThat(here.freeze(review).review().counted())
                .as("on new evidence neither counts")
                .noneMatch(it -> it.counts());
    }

    @Test
    void anExceptionCountsUntilItsEnd() throws Exception {
        var approvals = console(one);
        var terms = new Approval.ExceptionTerms(
                List.of("fairness"), "M.S.", clock.instant().plus(Duration.ofMinutes(2)));
        var wish = new Approvals.Wish(
                Approval.Decision.APPROVE_WITH_EXCEPTION, "Read by Friday.", Optional.of(terms), false);
        approvals.decide(approvals.pending().getFirst(), wish);
        assertThat(approvals.pending()).isEmpty();

        clock.sleep(Duration.ofMinutes(3));

        assertThat(approvals.pending()).singleElement().satisfies(it -> assertThat(
                        it.review().counted().getFirst().why())
                .contains("its exception, owned by M.S., ended at"));
        assertThat(journal.records().getFirst().action()).isEqualTo("exception");
    }

    @Test
    void anEndedKeySignsNothingAndWhatItSignedBeforeStands() throws Exception {
        needed = 2;
        trusted.set(0, key("M.S.", one, OPENED.plus(Duration.ofMinutes(1)), "governance"));
        var approvals = console(one);
        approvals.decide(approvals.pending().getFirst(), YES);

        clock.sleep(Duration.ofMinutes(2));

        var review = approvals.pending().getFirst();
        assertThat(review.review().approved()).isEqualTo(1);
        assertThatThrownBy(() -> approvals.decide(review, YES))
                .isInstanceOf(Approvals.RefusedException.class)
                .hasMessageContaining("Your key ended at");
        assertThat(journal.records()).hasSize(2);
    }

    @Test
    void whoMadeTheVersionMayOnlyBypassAndThatIsRecorded() throws Exception {
        trusted.set(0, key(SimulatedPeople.AUTHOR, one, null, FourEyes.BYPASS));
        var approvals = console(one);
        var review = approvals.pending().getFirst();
        assertThatThrownBy(() -> approvals.decide(review, YES))
                .isInstanceOf(Approvals.RefusedException.class)
                .hasMessageContaining("only bypass");

        approvals.decide(review, wish(Approval.Decision.APPROVE, true));

        assertThat(approvals.pending()).isEmpty();
        assertThat(journal.records().getFirst().details()).containsEntry("bypass", "true");
    }

    /// A registry whose poll goes on telling what it told before.
    private record SlowPoll(SimulatedRegistries real, List<RegisteredModel> told) implements Registries {
        @Override
        public Optional<ModelRegistry> connected(String source) {
            return real.connected(source);
        }

        @Override
        public Optional<ArtifactSignatures> signatures(String source) {
            return real.signatures(source);
        }

        @Override
        public Optional<RegisteredModel> polled(String source, String model) {
            return told.stream().filter(it -> it.name().equals(model)).findFirst();
        }
    }

    @Test
    void aDecisionThatWasReadBackCountsBeforeTheNextPollAndNotForEver() throws Exception {
        var approvals = console(one, new SlowPoll(real, real.registry().models()));
        approvals.decide(approvals.pending().getFirst(), YES);

        assertThat(approvals.pending()).isEmpty();

        clock.sleep(Duration.ofMinutes(6));
        assertThat(approvals.pending()).as("a poll should have shown it by now").hasSize(1);
    }
}
