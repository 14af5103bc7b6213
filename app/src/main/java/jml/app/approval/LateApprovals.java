package jml.app.approval;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import jml.core.approval.Approvals;
import jml.core.approval.CheckedApproval;
import jml.core.approval.PendingReview;
import jml.core.signing.SigningKeyException;
import jml.core.source.SourceException;

/// The approvals of the profile in use, for whoever is there before they are open, and when others take their place:
/// nothing waits until then, and a decision waits until they are open.
public final class LateApprovals implements Approvals {
    private volatile CompletableFuture<Approvals> opened = new CompletableFuture<>();

    /// Takes the place of those before.
    public synchronized void open(Approvals approvals) {
        if (!opened.complete(approvals)) {
            opened = CompletableFuture.completedFuture(approvals);
        }
    }

    @Override
    public List<PendingReview> pending() throws SourceException, InterruptedException {
        return opened.isDone() ? opened.join().pending() : List.of();
    }

    @Override
    public PendingReview freeze(PendingReview review) throws SourceException, InterruptedException {
        return opened.join().freeze(review);
    }

    @Override
    public CheckedApproval decide(PendingReview review, Wish wish)
            throws SourceException, SigningKeyException, RefusedException, InterruptedException {
        return opened.join().decide(review, wish);
    }
}
