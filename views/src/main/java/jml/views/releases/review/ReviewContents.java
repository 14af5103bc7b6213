package jml.views.releases.review;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jml.core.approval.Approval;
import jml.core.approval.FourEyes;
import jml.core.approval.PendingReview;
import jml.core.approval.Review;
import jml.core.approval.TrustedKey;
import jml.core.policy.RuleResult;
import jml.core.signing.InTotoStatement;
import jml.core.signing.Sha256;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// From a review to what its page says.
final class ReviewContents {
    private final ZoneId zone;

    ReviewContents(ZoneId zone) {
        this.zone = zone;
    }

    ReviewContent of(PendingReview pending, Instant now) {
        var evidence = pending.evidence();
        var until = pending.until();
        var key = pending.key();
        return new ReviewContent(
                pending.model().name(),
                evidence,
                EvidenceContents.of(pending, zone),
                (evidence.serving().isEmpty() ? "" : Words.version(evidence.serving()) + " → ")
                        + Words.version(evidence.version()) + ", " + evidence.scope(),
                "Waits since " + Words.time(pending.since(), now, zone),
                until == null ? "" : "no decision by " + Words.time(until, now, zone) + ": it stays as it is",
                "Evidence frozen at " + Words.time(evidence.frozenAt(), now, zone) + ", "
                        + Words.age(Duration.between(evidence.frozenAt(), now))
                        + " ago. What you see is what you sign.",
                bindsTo(pending),
                pending.review().approved() + " of " + pending.review().needed() + " approved",
                deciders(pending),
                signed(pending),
                pending.then(),
                // What only warns stops nobody, and is taken on along with what denies.
                evidence.policies().denials().isEmpty()
                        ? List.of()
                        : notKept(pending).map(RuleResult::title).toList(),
                key != null && key.roles().contains(FourEyes.BYPASS));
    }

    /// Rules that deny or warn.
    static Stream<RuleResult> notKept(PendingReview pending) {
        return pending.evidence().policies().results().stream().filter(it -> it.denies() || it.warns());
    }

    private static List<ReviewContent.Line> bindsTo(PendingReview pending) {
        var evidence = pending.evidence();
        var lines = new ArrayList<ReviewContent.Line>();
        lines.add(new ReviewContent.Line("Model", start(evidence.artifact()) + " " + evidence.signature()));
        var image = evidence.image();
        lines.add(new ReviewContent.Line("Image", start(image)));
        lines.add(new ReviewContent.Line("Evidence", start(evidence.digest()) + " " + evidence.facts() + " facts"));
        lines.add(new ReviewContent.Line("Scope", evidence.scope().toString()));
        var rules = evidence.policies().rules();
        lines.add(new ReviewContent.Line(
                "Policies", evidence.policies().engine() + (rules == null ? "" : ", " + start(rules))));
        return lines;
    }

    private static List<ReviewContent.Line> signed(PendingReview pending) {
        var evidence = pending.evidence();
        var key = pending.key();
        return List.of(
                new ReviewContent.Line("payloadType", InTotoStatement.PAYLOAD_TYPE),
                new ReviewContent.Line(
                        "subject", evidence.model() + "@" + evidence.version() + "  " + start(evidence.artifact())),
                new ReviewContent.Line("predicate", Approval.PREDICATE_TYPE),
                new ReviewContent.Line(
                        "evidence",
                        start(evidence.digest()) + "  frozen "
                                + evidence.frozenAt()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()
                                        .substring(11)),
                new ReviewContent.Line(
                        "keyid",
                        key == null
                                ? "this machine's key is not trusted"
                                : key.key().keyId().substring(0, 12) + "…  " + key.person()));
    }

    private List<ReviewContent.Decider> deciders(PendingReview pending) {
        var deciders = new ArrayList<ReviewContent.Decider>();
        var named = new ArrayList<String>();
        for (var key : pending.people()) {
            boolean again = named.stream().anyMatch(key::is);
            if (!again && !key.roles().contains(FourEyes.POLICY)) {
                named.add(key.person());
                deciders.add(decider(pending, key));
            }
        }
        return deciders;
    }

    private ReviewContent.Decider decider(PendingReview pending, TrustedKey key) {
        var decided = counted(pending.review(), key);
        boolean you = key.is(pending.you());
        var name = you ? "You" : key.person();
        if (decided.isPresent()) {
            var approval = decided.get();
            var at = Words.time(approval.decidedAt(), pending.evidence().frozenAt(), zone);
            return approval.decision() == Approval.Decision.REJECT
                    ? new ReviewContent.Decider(ReviewContent.Mark.REJECTED, name, "rejected " + at)
                    : new ReviewContent.Decider(
                            ReviewContent.Mark.APPROVED,
                            name,
                            (approval.bypass() ? "bypassed the four eyes " : "approved ") + at);
        }
        var answer = pending.fourEyes().of(key.person(), key.roles(), pending.contributions());
        if (answer.onlyAsBypass()) {
            return new ReviewContent.Decider(ReviewContent.Mark.BYPASS, name, answer.reason());
        }
        if (!answer.may()) {
            return new ReviewContent.Decider(ReviewContent.Mark.LOCKED, name, answer.reason());
        }
        return new ReviewContent.Decider(
                you ? ReviewContent.Mark.YOU : ReviewContent.Mark.MAY, name, you ? last(pending) : answer.reason());
    }

    private static String last(PendingReview pending) {
        return pending.review().approved() + 1 >= pending.review().needed() ? "the last approval needed" : "may decide";
    }

    private static Optional<Approval> counted(Review review, TrustedKey key) {
        return review.counted().stream()
                .filter(Review.Counted::counts)
                .flatMap(it -> it.decision().approval().stream())
                .filter(approval -> key.is(approval.approver()))
                .findFirst();
    }

    private static String start(@Nullable Sha256 digest) {
        return digest == null ? "not known" : "sha256:" + digest.hex().substring(0, 12) + "…";
    }
}
