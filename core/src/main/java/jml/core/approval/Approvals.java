package jml.core.approval;

import java.util.List;
import java.util.Optional;
import jml.core.signing.SigningKeyException;
import jml.core.source.SourceException;

/// What waits for a decision, and the way to make one. Calls block and may be interrupted; never on the FX thread.
public interface Approvals {
    /// Longest waiting first.
    List<PendingReview> pending() throws SourceException, InterruptedException;

    /// Collects the evidence anew; what was decided on the old one no longer counts.
    PendingReview freeze(PendingReview review) throws SourceException, InterruptedException;

    /// Signs a decision on exactly this evidence with this machine's key, writes it to the registry and the audit, and
    /// returns it as it reads back from there.
    CheckedApproval decide(PendingReview review, Wish wish)
            throws SourceException, SigningKeyException, RefusedException, InterruptedException;

    /// @param reason never blank
    /// @param exception terms, there exactly when the decision is one with an exception
    /// @param bypass true to pass over the four eyes
    record Wish(
            Approval.Decision decision, String reason, Optional<Approval.ExceptionTerms> exception, boolean bypass) {}

    /// The decision would not count, so nothing was signed; the message says why.
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        public RefusedException(String message) {
            super(message);
        }
    }
}
