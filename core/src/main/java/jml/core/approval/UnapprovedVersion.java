package jml.core.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A version in service that nobody who may has approved as it is: the mission's F5.
///
/// @param sentence what serves, and what is wrong with its approval
public record UnapprovedVersion(ServedVersion served, Kind kind, String sentence) {
    public enum Kind {
        NO_APPROVAL,
        /// Something else than what was approved.
        OTHER_DIGEST,
        /// What serves does not tell its digest, so that nobody can say whether it is what was approved.
        DIGEST_NOT_KNOWN,
        REJECTED,
        EXCEPTION_ENDED,
        /// Approved for another environment, or for less traffic.
        OUT_OF_SCOPE,
        /// Only by a key that is unknown, revoked or ended, or in a text that was changed.
        NOT_TRUSTED,
        /// Not by enough people who may.
        TOO_FEW
    }

    /// Empty when the version was approved as it serves. Which evidence it was approved on does not matter any more;
    /// all who approve must have seen the same.
    ///
    /// @param decisions every decision known about the version
    public static Optional<UnapprovedVersion> of(
            ServedVersion served,
            List<CheckedApproval> decisions,
            List<Contribution> contributions,
            FourEyes fourEyes,
            Instant now) {
        var name = served.model().name() + " v" + served.version() + " serves in "
                + served.model().environment();
        if (decisions.isEmpty()) {
            return found(served, Kind.NO_APPROVAL, name + ", and nobody approved it.");
        }
        var digest = served.digest();
        if (digest == null) {
            return found(
                    served,
                    Kind.DIGEST_NOT_KNOWN,
                    name + " without telling its digest: nobody can say whether it is what was approved.");
        }
        var scope = new Scope(served.model().environment(), served.weight());
        Review nearest = null;
        for (var evidence : decisions.stream()
                .flatMap(it -> it.approval().stream())
                .map(it -> it.binding().evidence())
                .distinct()
                .toList()) {
            var review = Review.of(new Binding(digest, evidence, scope), decisions, contributions, fourEyes, now);
            if (review.outcome().allows()) {
                return Optional.empty();
            }
            nearest = nearest == null || review.approved() > nearest.approved() ? review : nearest;
        }
        return nearest == null
                ? found(
                        served,
                        Kind.NOT_TRUSTED,
                        name + ". " + decisions.getFirst().sentence())
                : why(served, nearest, name);
    }

    private static Optional<UnapprovedVersion> why(ServedVersion served, Review review, String name) {
        if (review.outcome() == Review.Outcome.REJECTED) {
            return found(served, Kind.REJECTED, name + ", and it was rejected.");
        }
        if (review.approved() > 0) {
            return found(
                    served,
                    Kind.TOO_FEW,
                    name + ", approved by " + review.approved() + " of " + review.needed() + " people.");
        }
        var first = review.counted().stream()
                .filter(it -> it.obstacle()
                        .filter(one -> one != Review.Obstacle.OTHER_EVIDENCE)
                        .isPresent())
                .findFirst()
                .orElse(review.counted().getFirst());
        var kind =
                switch (first.obstacle().orElse(Review.Obstacle.NOT_TRUSTED)) {
                    case OTHER_ARTIFACT -> Kind.OTHER_DIGEST;
                    case OUT_OF_SCOPE -> Kind.OUT_OF_SCOPE;
                    case EXCEPTION_ENDED -> Kind.EXCEPTION_ENDED;
                    case NOT_TRUSTED -> Kind.NOT_TRUSTED;
                    case MAY_NOT, OTHER_EVIDENCE, TAKEN_BACK -> Kind.TOO_FEW;
                };
        var says = kind == Kind.OTHER_DIGEST
                ? "It serves sha256:" + String.valueOf(served.digest()).substring(0, 12) + "…, but "
                        + first.decision().approval().orElseThrow().approver() + "'s decision does not count: "
                        + first.why() + "."
                : "Its approval does not count: " + first.why() + (first.why().endsWith(".") ? "" : ".");
        return found(served, kind, name + ". " + says);
    }

    private static Optional<UnapprovedVersion> found(ServedVersion served, Kind kind, String sentence) {
        return Optional.of(new UnapprovedVersion(served, kind, sentence));
    }
}
