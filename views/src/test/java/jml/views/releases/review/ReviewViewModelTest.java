package jml.views.releases.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.core.approval.Approval;
import jml.core.approval.Approvals;
import jml.core.approval.CheckedApproval;
import jml.core.approval.Contribution;
import jml.core.approval.Evidence;
import jml.core.approval.FourEyes;
import jml.core.approval.PendingReview;
import jml.core.approval.Review;
import jml.core.approval.Scope;
import jml.core.approval.TrustedKey;
import jml.core.model.ModelKey;
import jml.core.policy.Policy;
import jml.core.policy.PolicyDecision;
import jml.core.policy.RuleResult;
import jml.core.signing.Sha256;
import jml.core.signing.SigningKey;
import jml.views.kit.screen.FxWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-11T14:32:06Z");
    private static final FourEyes TWO = new FourEyes(2, Set.of());
    private static final List<Contribution> MADE =
            List.of(new Contribution("A.T.", Contribution.Kind.MADE, NOW.minusSeconds(9_000), "trained v8 (run 5c19)"));

    private final RecordingApprovals approvals = new RecordingApprovals();
    private final List<TrustedKey> people = List.of(
            key("R.K."), key("M.S."), key("A.T."), key("Lead", FourEyes.BYPASS), key("console", FourEyes.POLICY));
    private final ReviewViewModel model = new ReviewViewModel(
            approvals, () -> {}, new FxWork(Runnable::run, Runnable::run), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void withoutAReasonNothingCanBeSigned() {
        model.open(pending("M.S.", allowed()));

        assertThat(model.mayApproveProperty().get()).isFalse();
        assertThat(model.mayRejectProperty().get()).isFalse();
        assertThat(model.readyProperty().get()).startsWith("A reason is required");
        model.reasonProperty().set("   ");
        model.approve();
        assertThat(approvals.wishes).isEmpty();
    }

    @Test
    void withAReasonTheDecisionIsMadeOnExactlyTheShownEvidence() {
        var review = pending("M.S.", allowed());
        model.open(review);
        model.reasonProperty().set(" Fairness read. ");

        assertThat(model.readyProperty().get()).startsWith("Ready");
        model.approve();

        assertThat(approvals.reviews).containsExactly(review);
        assertThat(approvals.wishes)
                .containsExactly(
                        new Approvals.Wish(Approval.Decision.APPROVE, "Fairness read.", Optional.empty(), false));
        assertThat(model.readyProperty().get()).isEqualTo("Approved by M.S.");
        model.approve();
        assertThat(approvals.wishes).hasSize(1);
    }

    @Test
    void whoMadeTheVersionMayRejectAndNotApproveAndReadsWhy() {
        model.open(pending("A.T.", allowed()));
        model.reasonProperty().set("mine");

        assertThat(model.mayApproveProperty().get()).isFalse();
        assertThat(model.mayBypassProperty().get()).isFalse();
        assertThat(model.mayRejectProperty().get()).isTrue();
        assertThat(model.readyProperty().get()).isEqualTo("You may not: trained v8 (run 5c19).");
    }

    @Test
    void onlyTheRoleMayBypass() {
        model.open(pending("Lead", allowed()));
        model.reasonProperty().set("outage");

        assertThat(model.mayBypassProperty().get()).isTrue();
        model.bypass();
        assertThat(approvals.wishes).singleElement().satisfies(wish -> assertThat(wish.bypass())
                .isTrue());
    }

    @Test
    void aRuleThatDeniesNeedsAnExceptionWithOwnerAndEnd() {
        model.open(pending("M.S.", denied()));
        model.reasonProperty().set("until renewed");

        assertThat(model.mayApproveProperty().get()).isFalse();
        assertThat(model.readyProperty().get()).contains("Data sheet under 12 months (data-sheet)", "425 days old");
        assertThat(model.mayExceptProperty().get()).isFalse();
        model.exceptionOwnerProperty().set("L.D.");
        model.exceptionEndProperty().set(NOW);
        assertThat(model.mayExceptProperty().get()).isFalse();
        model.exceptionEndProperty().set(NOW.plusSeconds(86_400));
        assertThat(model.mayExceptProperty().get()).isTrue();

        model.approveWithException();

        var terms = new Approval.ExceptionTerms(List.of("data-sheet"), "L.D.", NOW.plusSeconds(86_400));
        assertThat(approvals.wishes).singleElement().satisfies(wish -> assertThat(wish.exception())
                .contains(terms));
    }

    @Test
    void anEngineThatDidNotDecideStopsApprovingAlsoWithAnException() {
        model.open(pending("M.S.", PolicyDecision.notDecided("OPA", NOW, "refused")));
        model.reasonProperty().set("x");
        model.exceptionOwnerProperty().set("L.D.");
        model.exceptionEndProperty().set(NOW.plusSeconds(86_400));

        assertThat(model.mayApproveProperty().get()).isFalse();
        assertThat(model.mayExceptProperty().get()).isFalse();
        assertThat(model.readyProperty().get()).contains("nothing is allowed: refused");
    }

    @Test
    void aMachineWhoseKeyNobodyTrustsDecidesNothing() {
        model.open(pending("stranger", allowed()));
        model.reasonProperty().set("x");

        assertThat(model.mayApproveProperty().get()).isFalse();
        assertThat(model.mayRejectProperty().get()).isFalse();
        assertThat(model.readyProperty().get()).contains("not among the trusted ones");
    }

    @Test
    void thePageSaysWhatItBindsToAndWhoDecides() {
        model.open(pending("M.S.", allowed()));

        var content = requireNonNull(model.contentProperty().get());
        assertThat(content.change()).isEqualTo("v7 → v8, prod-eu only, up to 100% of traffic");
        assertThat(content.progress()).isEqualTo("0 of 2 approved");
        assertThat(content.bindsTo())
                .extracting(ReviewContent.Line::name)
                .containsExactly("Model", "Image", "Evidence", "Scope", "Policies");
        assertThat(content.deciders())
                .containsExactly(
                        new ReviewContent.Decider(ReviewContent.Mark.MAY, "R.K.", "may decide"),
                        new ReviewContent.Decider(ReviewContent.Mark.YOU, "You", "may decide"),
                        new ReviewContent.Decider(ReviewContent.Mark.LOCKED, "A.T.", "may not: trained v8 (run 5c19)"),
                        new ReviewContent.Decider(ReviewContent.Mark.MAY, "Lead", "may decide"));
        assertThat(content.signed().getLast().value()).endsWith("M.S.");
    }

    @Test
    void freezingAgainKeepsTheReasonAndShowsTheNewEvidence() {
        var review = pending("M.S.", allowed());
        model.open(review);
        model.reasonProperty().set("read");
        approvals.frozen = pending("M.S.", denied());

        model.freezeAgain();

        assertThat(model.reasonProperty().get()).isEqualTo("read");
        assertThat(model.mayApproveProperty().get()).isFalse();
    }

    @Test
    void aRefusalIsSaidAndTheDecisionCanBeMadeAgain() {
        model.open(pending("M.S.", allowed()));
        model.reasonProperty().set("read");
        approvals.refusal = "the registry took no tag";

        model.approve();

        assertThat(model.readyProperty().get()).isEqualTo("the registry took no tag");
        assertThat(model.mayApproveProperty().get()).isTrue();
    }

    private PendingReview pending(String you, PolicyDecision policies) {
        var evidence = new Evidence(
                NOW.minusSeconds(720),
                "credit-underwriting",
                "8",
                "7",
                Sha256.of(new byte[] {1}),
                null,
                new Scope("prod-eu", 100),
                null,
                List.of(),
                "valid, credit-ci",
                policies,
                List.of(),
                List.of());
        var review = Review.of(evidence.binding(), List.of(), MADE, TWO, NOW);
        var mine = people.stream().filter(it -> it.is(you)).findFirst().orElse(null);
        return new PendingReview(
                new ModelKey("prod-eu", "credit-underwriting"),
                evidence,
                review,
                TWO,
                people,
                MADE,
                you,
                mine,
                NOW.minusSeconds(9_000),
                null,
                "Step 100% starts.");
    }

    private static PolicyDecision allowed() {
        return new PolicyDecision("CEL, pack", Sha256.ZERO, NOW, List.of(), "");
    }

    private static PolicyDecision denied() {
        var result = new RuleResult(
                "data-sheet",
                "Data sheet under 12 months",
                Policy.Severity.DENY,
                RuleResult.Outcome.FAILED,
                "The data sheet is 425 days old.",
                List.of(),
                "Renew it.");
        return new PolicyDecision("CEL, pack", Sha256.ZERO, NOW, List.of(result), "");
    }

    private static TrustedKey key(String person, String... roles) {
        return new TrustedKey(
                person, Set.of(roles), SigningKey.generate().publicKey(), null, NOW.plusSeconds(1), null, "");
    }

    private static final class RecordingApprovals implements Approvals {
        private final List<PendingReview> reviews = new ArrayList<>();
        private final List<Wish> wishes = new ArrayList<>();
        private @Nullable PendingReview frozen;
        private @Nullable String refusal;

        @Override
        public List<PendingReview> pending() {
            return List.of();
        }

        @Override
        public PendingReview freeze(PendingReview review) {
            return frozen == null ? review : frozen;
        }

        @Override
        public CheckedApproval decide(PendingReview review, Wish wish) throws RefusedException {
            if (refusal != null) {
                throw new RefusedException(refusal);
            }
            reviews.add(review);
            wishes.add(wish);
            return new CheckedApproval(
                    Sha256.ZERO,
                    CheckedApproval.State.VALID,
                    Optional.empty(),
                    Optional.empty(),
                    "Approved by " + review.you());
        }
    }
}
