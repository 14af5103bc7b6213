package jml.core.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.signing.DsseEnvelope;
import jml.core.signing.InTotoStatement;
import jml.core.signing.JsonReader;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;

/// Holds signed decisions against the trusted keys.
public final class ApprovalVerification {
    /// How far two computers' clocks may be apart.
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final List<TrustedKey> trusted;
    private final JsonReader json;

    /// @param trusted all that are known, revoked and expired ones too
    public ApprovalVerification(List<TrustedKey> trusted, JsonReader json) {
        this.trusted = List.copyOf(trusted);
        this.json = json;
    }

    /// @param now against decisions that claim to come later
    public CheckedApproval check(DsseEnvelope envelope, Instant now) {
        var id = Sha256.of(envelope.payload());
        var signers = new ArrayList<TrustedKey>();
        for (var key : trusted) {
            if (!envelope.signers(List.of(key.key())).isEmpty()) {
                signers.add(key);
            }
        }
        if (signers.isEmpty()) {
            return unsigned(id, envelope);
        }
        try {
            var verified = envelope.verify(signers.stream().map(TrustedKey::key).toList(), 1)
                    .orElseThrow();
            return judged(id, Approval.of(InTotoStatement.read(envelope, verified, json)), signers, now);
        } catch (MalformedException e) {
            return new CheckedApproval(
                    id,
                    CheckedApproval.State.MALFORMED,
                    Optional.empty(),
                    Optional.of(signers.getFirst()),
                    "Signed by " + signers.getFirst().person() + ", and not an approval: " + e.getMessage() + ".");
        }
    }

    private CheckedApproval unsigned(Sha256 id, DsseEnvelope envelope) {
        for (var signature : envelope.signatures()) {
            for (var key : trusted) {
                if (key.key().keyId().equals(signature.keyId())) {
                    return new CheckedApproval(
                            id,
                            CheckedApproval.State.BROKEN,
                            Optional.empty(),
                            Optional.empty(),
                            "Names the key of " + key.person()
                                    + ", whose signature does not fit: the text or the signature was changed.");
                }
            }
        }
        var named = envelope.signatures().getFirst().keyId();
        var which = named.isEmpty() ? "a key that it does not name" : named.substring(0, Math.min(16, named.length()));
        return new CheckedApproval(
                id,
                CheckedApproval.State.UNKNOWN_KEY,
                Optional.empty(),
                Optional.empty(),
                "Signed by " + which + ", which is not among the " + trusted.size() + " trusted keys.");
    }

    private static CheckedApproval judged(Sha256 id, Approval approval, List<TrustedKey> signers, Instant now) {
        var own = signers.stream()
                .filter(key -> key.is(approval.approver()))
                .sorted((one, other) -> one.at(approval.decidedAt()).compareTo(other.at(approval.decidedAt())))
                .findFirst();
        if (own.isEmpty()) {
            var signer = signers.getFirst();
            return said(
                    id,
                    CheckedApproval.State.NOT_THE_APPROVER,
                    approval,
                    signer,
                    "Signed by " + signer.person() + " in the name of " + approval.approver() + ".");
        }
        var key = own.get();
        if (approval.decidedAt().isAfter(now.plus(CLOCKS))) {
            return said(
                    id,
                    CheckedApproval.State.FROM_THE_FUTURE,
                    approval,
                    key,
                    "Says that it was decided at " + approval.decidedAt() + ", which is still to come.");
        }
        return ofKey(id, approval, key);
    }

    private static CheckedApproval ofKey(Sha256 id, Approval approval, TrustedKey key) {
        return switch (key.at(approval.decidedAt())) {
            case TRUSTED -> said(id, CheckedApproval.State.VALID, approval, key, valid(approval));
            case REVOKED ->
                said(
                        id,
                        CheckedApproval.State.REVOKED_KEY,
                        approval,
                        key,
                        "Signed with a key of " + key.person() + " that was revoked at " + key.revokedAt()
                                + (key.revokedBecause().isEmpty() ? "." : ": " + key.revokedBecause() + "."));
            case EXPIRED ->
                said(
                        id,
                        CheckedApproval.State.EXPIRED_KEY,
                        approval,
                        key,
                        "Decided at " + approval.decidedAt() + " with a key of " + key.person() + " that ended at "
                                + key.until() + ".");
            case NOT_YET ->
                said(
                        id,
                        CheckedApproval.State.EXPIRED_KEY,
                        approval,
                        key,
                        "Decided at " + approval.decidedAt() + " with a key of " + key.person() + " that begins at "
                                + key.from() + ".");
        };
    }

    private static String valid(Approval approval) {
        var what =
                switch (approval.decision()) {
                    case APPROVE -> "Approved";
                    case REJECT -> "Rejected";
                    case APPROVE_WITH_EXCEPTION -> "Approved with an exception";
                    case PASS_BY_POLICY -> "Passed by a rule, without a person,";
                };
        return what + (approval.bypass() ? " past the four eyes" : "") + " by " + approval.approver() + " at "
                + approval.decidedAt() + ".";
    }

    private static CheckedApproval said(
            Sha256 id, CheckedApproval.State state, Approval approval, TrustedKey signer, String sentence) {
        return new CheckedApproval(id, state, Optional.of(approval), Optional.of(signer), sentence);
    }
}
