package jml.core.approval;

import java.util.Optional;
import jml.core.signing.Sha256;

/// What came of verifying one signed decision.
///
/// @param id SHA-256 of the signed payload: what the decision is called
/// @param approval what was decided; empty unless a key that is known signed it
/// @param signer whose key signed; empty when no key that is known did
/// @param sentence for people
public record CheckedApproval(
        Sha256 id, State state, Optional<Approval> approval, Optional<TrustedKey> signer, String sentence) {

    public enum State {
        VALID,
        /// Nobody among the trusted keys signed it.
        UNKNOWN_KEY,
        /// A trusted key is named, and the signature does not fit the text: one of them was changed.
        BROKEN,
        REVOKED_KEY,
        /// Signed after the key's end or before its beginning.
        EXPIRED_KEY,
        /// Signed by one person in the name of another.
        NOT_THE_APPROVER,
        /// Says that it was decided in the future.
        FROM_THE_FUTURE,
        /// Signed, and not an approval.
        MALFORMED
    }

    public boolean valid() {
        return state == State.VALID;
    }
}
