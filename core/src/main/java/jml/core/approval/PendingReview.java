package jml.core.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version that waits for people's decision, with all that one of them must see.
///
/// @param review how far it is
/// @param fourEyes who may decide
/// @param people everyone with a trusted key, in the order of the file
/// @param you who sits here, as the trusted keys name them; empty when this machine's key is not among them
/// @param key this machine's key among the trusted ones; null when it is not
/// @param since when it began to wait
/// @param until when the wait ends by itself; null when it does not
/// @param then what happens after the last approval, in words
public record PendingReview(
        Evidence evidence,
        Review review,
        FourEyes fourEyes,
        List<TrustedKey> people,
        List<Contribution> contributions,
        String you,
        @Nullable TrustedKey key,
        Instant since,
        @Nullable Instant until,
        String then) {
    public PendingReview {
        people = List.copyOf(people);
        contributions = List.copyOf(contributions);
    }
}
