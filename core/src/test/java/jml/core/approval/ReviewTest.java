package jml.core.approval;

import static jml.core.approval.Decisions.NOW;
import static jml.core.approval.Decisions.WANTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jml.core.approval.Review.Obstacle;
import jml.core.approval.Review.Outcome;
import jml.core.signing.Sha256;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final List<Contribution> MADE = List.of(
            new Contribution("A.T.", Contribution.Kind.MADE, NOW.minusSeconds(9000), "trained v8 (run 5c19)"),
            new Contribution("J.B.", Contribution.Kind.CHANGED, NOW.minusSeconds(10), "changed its configuration"));

    private final Decisions people = new Decisions()
            .with("M.S.", "governance")
            .with("R.K.", "owner")
            .with("A.T.", "owner")
            .with("J.B.", "owner")
            .with("Lead", "owner", FourEyes.BYPASS)
            .with("console", FourEyes.POLICY);

    @Test
    void twoPeopleWhoHadNoPartInItApprove() {
        var review = review(Decisions.approval("M.S."), Decisions.approval("R.K."));

        assertThat(review.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(review.approved()).isEqualTo(2);
    }

    @Test
    void onePersonTwiceIsOne() {
        var later = Decisions.approval("m.s. ", Approval.Decision.APPROVE, WANTED, NOW);

        var review = review(Decisions.approval("M.S."), later);

        assertThat(review.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(review.approved()).isEqualTo(1);
        assertThat(review.counted().getFirst().obstacle()).contains(Obstacle.TAKEN_BACK);
    }

    @Test
    void theSameEnvelopeTwiceIsOneDecision() {
        var review = review(Decisions.approval("M.S."), Decisions.approval("M.S."));

        assertThat(review.counted()).hasSize(1);
    }

    @Test
    void neitherWhoMadeItNorWhoChangedItSinceMayApproveAlsoBefore() {
        var review = review(Decisions.approval("A.T."), Decisions.approval("J.B."));

        assertThat(review.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(review.counted())
                .extracting(Review.Counted::why)
                .containsExactlyInAnyOrder(
                        "A.T. may not: trained v8 (run 5c19)", "J.B. may not: changed its configuration");
    }

    @Test
    void anotherArtifactOrOtherEvidenceResetsIt() {
        var other = Sha256.of(new byte[] {9});

        var review = review(
                Decisions.approval("M.S.", new Binding(other, WANTED.evidence(), WANTED.scope())),
                Decisions.approval("R.K.", new Binding(WANTED.artifact(), other, WANTED.scope())));

        assertThat(review.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(review.counted())
                .extracting(it -> it.obstacle().orElseThrow())
                .containsExactlyInAnyOrder(Obstacle.OTHER_ARTIFACT, Obstacle.OTHER_EVIDENCE);
    }

    @Test
    void aDecisionForStagingOrForLessTrafficIsNotEnough() {
        var review = review(
                Decisions.approval(
                        "M.S.", new Binding(WANTED.artifact(), WANTED.evidence(), new Scope("staging", 100))),
                Decisions.approval(
                        "R.K.", new Binding(WANTED.artifact(), WANTED.evidence(), new Scope("prod-eu", 50))));

        assertThat(review.approved()).isZero();
        assertThat(review.counted()).allSatisfy(it -> assertThat(it.obstacle()).contains(Obstacle.OUT_OF_SCOPE));
    }

    @Test
    void oneNoOutweighsEveryYesAndMayBeTakenBack() {
        var no = Decisions.approval("R.K.", Approval.Decision.REJECT, WANTED, NOW.minusSeconds(30));
        var yes = Decisions.approval("R.K.", Approval.Decision.APPROVE, WANTED, NOW.minusSeconds(20));

        assertThat(review(Decisions.approval("M.S."), Decisions.approval("Lead"), no)
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(review(Decisions.approval("M.S."), no, yes).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void anExceptionCountsUntilItsEnd() {
        var open = Decisions.exception("M.S.", NOW.plusSeconds(1));
        var ended = Decisions.exception("M.S.", NOW);

        assertThat(review(open, Decisions.approval("R.K.")).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(review(ended, Decisions.approval("R.K.")).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(review(ended).counted().getFirst().why()).contains("risk office", "ended at");
    }

    @Test
    void aBypassNeedsItsRoleAndIsVisible() {
        assertThat(review(Decisions.bypass("Lead")).outcome()).isEqualTo(Outcome.BYPASSED);
        assertThat(review(Decisions.bypass("M.S.")).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(review(Decisions.bypass("Lead"))
                        .counted()
                        .getFirst()
                        .decision()
                        .sentence())
                .contains("past the four eyes");
    }

    @Test
    void onlyTheConsolesKeyPassesByPolicyAndOnlyThat() {
        var byPolicy = Decisions.approval("console", Approval.Decision.PASS_BY_POLICY, WANTED, NOW);
        var forged = Decisions.approval("M.S.", Approval.Decision.PASS_BY_POLICY, WANTED, NOW);

        assertThat(review(byPolicy).outcome()).isEqualTo(Outcome.PASSED_BY_POLICY);
        assertThat(review(byPolicy).approved()).isZero();
        assertThat(review(forged).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(review(Decisions.approval("console"), Decisions.approval("M.S."))
                        .approved())
                .isEqualTo(1);
    }

    @Test
    void whoHasNoneOfTheRolesMayNot() {
        var answer = new FourEyes(1, Set.of("governance")).of("R.K.", Set.of("owner"), MADE);

        assertThat(answer.may()).isFalse();
        assertThat(answer.reason()).isEqualTo("may not: is none of governance");
        assertThat(new FourEyes(1, Set.of())
                        .of("Lead", Set.of(FourEyes.BYPASS), List.of(MADE.getFirst()))
                        .may())
                .isTrue();
    }

    private Review review(Approval... approvals) {
        var checked = Arrays.stream(approvals)
                .map(it -> people.check(people.signed(it, it.approver().equals("m.s. ") ? "M.S." : it.approver())))
                .toList();
        return Review.of(WANTED, checked, MADE, new FourEyes(2, Set.of()), NOW);
    }
}
