package jml.core.approval;

import static jml.core.approval.Decisions.ARTIFACT;
import static jml.core.approval.Decisions.NOW;
import static jml.core.approval.Decisions.WANTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.core.approval.UnapprovedVersion.Kind;
import jml.core.model.ModelKey;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnapprovedVersionTest {
    private final Decisions people = new Decisions().with("M.S.").with("R.K.").with("L.D.", null, NOW.minusSeconds(1));

    @Test
    void whatServesAsItWasApprovedRaisesNothing() {
        assertThat(finding(ARTIFACT, Decisions.approval("M.S."), Decisions.approval("R.K.")))
                .isEmpty();
    }

    @Test
    void noApprovalIsAFinding() {
        assertThat(finding(ARTIFACT)).hasValueSatisfying(it -> {
            assertThat(it.kind()).isEqualTo(Kind.NO_APPROVAL);
            assertThat(it.sentence()).isEqualTo("credit-underwriting v8 serves in prod-eu, and nobody approved it.");
        });
    }

    @Test
    void anotherDigestThanTheApprovedOneIsAFindingWithBothOfThem() {
        var other = Sha256.of(new byte[] {7});

        assertThat(finding(other, Decisions.approval("M.S."), Decisions.approval("R.K.")))
                .hasValueSatisfying(it -> {
                    assertThat(it.kind()).isEqualTo(Kind.OTHER_DIGEST);
                    assertThat(it.sentence())
                            .contains(
                                    other.hex().substring(0, 12), ARTIFACT.hex().substring(0, 12));
                });
    }

    @Test
    void aDigestThatNobodyTellsIsAFindingOfItsOwn() {
        assertThat(finding(null, Decisions.approval("M.S."), Decisions.approval("R.K.")))
                .map(UnapprovedVersion::kind)
                .contains(Kind.DIGEST_NOT_KNOWN);
    }

    @Test
    void everyOtherWayNotToBeApprovedHasItsKind() {
        var no = Decisions.approval("R.K.", Approval.Decision.REJECT, WANTED, NOW);
        var small = new Binding(ARTIFACT, WANTED.evidence(), new Scope("prod-eu", 10));

        assertThat(finding(ARTIFACT, Decisions.approval("M.S.")))
                .map(UnapprovedVersion::kind)
                .contains(Kind.TOO_FEW);
        assertThat(finding(ARTIFACT, Decisions.approval("M.S."), no))
                .map(UnapprovedVersion::kind)
                .contains(Kind.REJECTED);
        assertThat(finding(ARTIFACT, Decisions.exception("M.S.", NOW)))
                .map(UnapprovedVersion::kind)
                .contains(Kind.EXCEPTION_ENDED);
        assertThat(finding(ARTIFACT, Decisions.approval("M.S.", small)))
                .map(UnapprovedVersion::kind)
                .contains(Kind.OUT_OF_SCOPE);
        assertThat(finding(ARTIFACT, Decisions.approval("L.D.")))
                .map(UnapprovedVersion::kind)
                .contains(Kind.NOT_TRUSTED);
        assertThat(finding(ARTIFACT, Decisions.approval("stranger")))
                .map(UnapprovedVersion::kind)
                .contains(Kind.NOT_TRUSTED);
    }

    @Test
    void twoApprovalsOnDifferentEvidenceAreNotTwoOnTheSame() {
        var elsewhere = new Binding(ARTIFACT, Sha256.of(new byte[] {5}), Decisions.SCOPE);

        assertThat(finding(ARTIFACT, Decisions.approval("M.S."), Decisions.approval("R.K.", elsewhere)))
                .map(UnapprovedVersion::kind)
                .contains(Kind.TOO_FEW);
    }

    private Optional<UnapprovedVersion> finding(@Nullable Sha256 digest, Approval... approvals) {
        var served = new ServedVersion(new ModelKey("prod-eu", "credit-underwriting"), "8", digest, 50);
        var checked = Arrays.stream(approvals).map(people::checked).toList();
        return UnapprovedVersion.of(served, checked, List.of(), new FourEyes(2, Set.of()), NOW);
    }
}
