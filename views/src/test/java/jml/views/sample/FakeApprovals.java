package jml.views.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.approval.Approval;
import jml.core.approval.Approvals;
import jml.core.approval.CheckedApproval;
import jml.core.approval.PendingReview;
import jml.core.approval.Review;
import jml.core.signing.Sha256;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// Reviews that a test puts in. A decision is counted as the real one would be, and nothing is signed.
public final class FakeApprovals implements Approvals {
    public final List<PendingReview> waiting = new ArrayList<>();
    public final List<Wish> wishes = new ArrayList<>();
    public @Nullable SourceException failure;

    @Override
    public List<PendingReview> pending() throws SourceException {
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(waiting);
    }

    @Override
    public PendingReview freeze(PendingReview review) {
        return review;
    }

    @Override
    public CheckedApproval decide(PendingReview review, Wish wish) {
        wishes.add(wish);
        var evidence = review.evidence();
        var approval = new Approval(
                wish.decision(),
                evidence.model(),
                evidence.version(),
                evidence.binding(),
                review.you(),
                wish.reason(),
                SampleFleet.NOON,
                wish.exception(),
                wish.bypass());
        var said = wish.decision() == Approval.Decision.REJECT ? "Rejected" : "Approved";
        var checked = new CheckedApproval(
                Sha256.of(wish.reason().getBytes(StandardCharsets.UTF_8)),
                CheckedApproval.State.VALID,
                Optional.of(approval),
                Optional.ofNullable(review.key()),
                said + " by " + review.you() + ", signed with a trusted key.");
        var counted = SampleReviews.counted(review, checked);
        waiting.remove(review);
        if (counted.review().outcome() == Review.Outcome.WAITING) {
            waiting.add(counted);
        }
        return checked;
    }
}
