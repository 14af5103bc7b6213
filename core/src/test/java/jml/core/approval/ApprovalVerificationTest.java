package jml.core.approval;

import static jml.core.approval.Decisions.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.approval.CheckedApproval.State;
import jml.core.signing.DsseEnvelope;
import jml.core.signing.InTotoStatement;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;
import org.junit.jupiter.api.Test;

class ApprovalVerificationTest {
    private final Decisions people = new Decisions().with("M.S.", "governance").with("R.K.");

    @Test
    void aDecisionSignedByItsApproverIsValidAndReadsBackWhole() {
        var approval = Decisions.exception("M.S.", NOW.plusSeconds(3600));

        var checked = people.checked(approval);

        assertThat(checked.state()).isEqualTo(State.VALID);
        assertThat(checked.approval()).contains(approval);
        assertThat(checked.signer()).map(TrustedKey::person).contains("M.S.");
        assertThat(checked.sentence()).isEqualTo("Approved with an exception by M.S. at 2026-11-10T14:32:06Z.");
    }

    @Test
    void aFlippedByteOfThePayloadIsBrokenAndNothingOfItIsBelieved() {
        var envelope = people.signed(Decisions.approval("M.S."));
        var payload = envelope.payload();
        payload[payload.length / 2] ^= 1;

        var checked = people.check(new DsseEnvelope(envelope.payloadType(), payload, envelope.signatures()));

        assertThat(checked.state()).isEqualTo(State.BROKEN);
        assertThat(checked.approval()).isEmpty();
        assertThat(checked.sentence()).contains("M.S.", "was changed");
    }

    @Test
    void anotherPayloadTypeIsBroken() {
        var envelope = people.signed(Decisions.approval("M.S."));

        var checked = people.check(new DsseEnvelope("text/plain", envelope.payload(), envelope.signatures()));

        assertThat(checked.state()).isEqualTo(State.BROKEN);
    }

    @Test
    void aKeyThatNobodyKnowsIsUnknownAlsoUnderAKnownName() {
        var checked = people.check(people.signed(Decisions.approval("M.S."), "stranger"));

        assertThat(checked.state()).isEqualTo(State.UNKNOWN_KEY);
        assertThat(checked.approval()).isEmpty();
    }

    @Test
    void oneMayNotSignInAnothersName() {
        var checked = people.check(people.signed(Decisions.approval("M.S."), "R.K."));

        assertThat(checked.state()).isEqualTo(State.NOT_THE_APPROVER);
        assertThat(checked.sentence()).isEqualTo("Signed by R.K. in the name of M.S..");
    }

    @Test
    void aRevokedKeyCountsForNothingWhateverTimeItClaims() {
        people.with("L.D.", null, NOW.minusSeconds(10));

        var before = Decisions.approval(
                "L.D.", Approval.Decision.APPROVE, Decisions.WANTED, Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(people.checked(before).state()).isEqualTo(State.REVOKED_KEY);
        assertThat(people.checked(before).sentence()).contains("lost laptop");
    }

    @Test
    void anExpiredKeySignedOnlyWhatItSignedBefore() {
        var end = NOW.minusSeconds(3600);
        people.with("L.D.", end, null);

        var before = Decisions.approval("L.D.", Approval.Decision.APPROVE, Decisions.WANTED, end.minusSeconds(1));
        var atEnd = Decisions.approval("L.D.", Approval.Decision.APPROVE, Decisions.WANTED, end);

        assertThat(people.checked(before).state()).isEqualTo(State.VALID);
        assertThat(people.checked(atEnd).state()).isEqualTo(State.EXPIRED_KEY);
    }

    @Test
    void aDecisionFromTheFutureIsNone() {
        var soon = Decisions.approval("M.S.", Approval.Decision.APPROVE, Decisions.WANTED, NOW.plusSeconds(301));

        assertThat(people.checked(soon).state()).isEqualTo(State.FROM_THE_FUTURE);
    }

    @Test
    void whatIsSignedAndNoApprovalIsMalformed() throws Exception {
        var statement = Decisions.approval("M.S.").statement();

        for (var member : List.of("decision", "evidence", "scope", "approver", "reason", "decidedAt", "bypass")) {
            var predicate = new HashMap<>(statement.predicate());
            predicate.remove(member);
            assertThatThrownBy(() -> Approval.of(with(statement, predicate)))
                    .as(member)
                    .isInstanceOf(MalformedException.class);
        }
        for (var wrong : List.of(
                Map.of("decision", "perhaps"),
                Map.of("decidedAt", "yesterday"),
                Map.of("reason", " "),
                Map.of("scope", Map.of("environment", "prod", "weight", 101)),
                Map.of("scope", Map.of("environment", "prod", "weight", 10.5)),
                Map.of("decision", "approve-with-exception"))) {
            var predicate = new HashMap<>(statement.predicate());
            predicate.putAll(wrong);
            assertThatThrownBy(() -> Approval.of(with(statement, predicate)))
                    .as(wrong.toString())
                    .isInstanceOf(MalformedException.class);
        }
        assertThat(Approval.of(statement)).isEqualTo(Decisions.approval("M.S."));
    }

    @Test
    void aDecisionWithoutAReasonCannotBeMade() {
        assertThatThrownBy(() -> new Approval(
                        Approval.Decision.APPROVE,
                        "m",
                        "1",
                        new Binding(Sha256.ZERO, Sha256.ZERO, Decisions.SCOPE),
                        "M.S.",
                        " ",
                        NOW,
                        Optional.empty(),
                        false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static InTotoStatement with(InTotoStatement statement, Map<String, Object> predicate) {
        return new InTotoStatement(statement.subjects(), statement.predicateType(), predicate);
    }
}
