package jml.engine.approval;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.approval.Approval;
import jml.core.approval.ArtifactDigest;
import jml.core.approval.PendingReview;
import jml.core.approval.Review;
import jml.core.fleet.FleetSnapshot;
import jml.core.source.SourceException;
import jml.core.text.Words;
import jml.engine.act.Question;

/// Whether those who must have approved the version that is to get traffic, as it runs.
public final class ApprovalQuestion implements Question {
    private final SignedApprovals approvals;

    public ApprovalQuestion(SignedApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Subject subject() {
        return Subject.APPROVAL;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) throws SourceException, InterruptedException {
        if (!ForwardStep.takesTraffic(proposal) || !approvals.demanded(proposal.model())) {
            return List.of();
        }
        var candidate = approvals.candidate(fleet, proposal.model(), proposal.to());
        if (candidate.isEmpty()) {
            return List.of(Check.stops(
                    subject(),
                    "no registry tells " + Words.version(proposal.to()) + ", so nobody can approve it",
                    List.of("Register the version, or look whether the registry answers")));
        }
        var review = approvals.review(candidate.get());
        return List.of(check(proposal, fleet, candidate.get(), review));
    }

    private Check check(Proposal proposal, FleetSnapshot fleet, Candidate candidate, PendingReview review)
            throws SourceException, InterruptedException {
        var artifact = review.evidence().artifact();
        var name = Words.version(candidate.name());
        if (artifact == null) {
            return Check.stops(
                    subject(),
                    "neither the registry nor a signature tells the digest of " + name + ": nothing can be approved",
                    List.of("Let CI write the artifact's SHA-256 as the version's tag image.digest"));
        }
        var runs = ArtifactDigest.parsed(candidate.image());
        if (runs.isPresent()
                && Signing.tagged(candidate.version().tags()).isPresent()
                && !Objects.equals(runs.get(), artifact)) {
            return Check.stops(
                    subject(),
                    name + " runs sha256:" + start(runs.get().hex()) + "…, and what is decided about is sha256:"
                            + start(artifact.hex()) + "…",
                    List.of("Find out who changed the image; do not promote it"));
        }
        return switch (review.review().outcome()) {
            case APPROVED -> Check.ready(subject(), approvers(review));
            case BYPASSED -> Check.toKnow(subject(), "past the four eyes, " + approvers(review), List.of());
            case PASSED_BY_POLICY -> Check.ready(subject(), "passed by a rule: " + passed(review));
            case REJECTED -> Check.stops(subject(), name + " was rejected: " + reason(review), List.of());
            case WAITING -> waiting(proposal, fleet, candidate, review);
        };
    }

    private Check waiting(Proposal proposal, FleetSnapshot fleet, Candidate candidate, PendingReview review)
            throws SourceException, InterruptedException {
        var row = fleet.roster().row(proposal.model()).orElseThrow();
        int weight = ForwardStep.weight(proposal, fleet.model(row));
        var passes = approvals.passing(candidate, proposal.purpose().name(), weight, review);
        if (passes.isPresent()) {
            var rule = passes.get().policy();
            var cannot = approvals.cannotPass();
            return cannot.isEmpty()
                    ? Check.ready(
                            subject(),
                            "no person needed for " + weight + "% of traffic, by the rule " + rule
                                    + "; the console signs that before it sends")
                    : Check.stops(
                            subject(),
                            "the rule " + rule + " needs no person, and that cannot be signed: " + cannot.get(),
                            List.of("Trust the console's own key, or let somebody approve"));
        }
        return Check.stops(
                subject(),
                Words.version(candidate.name()) + " waits for approval: "
                        + review.review().approved() + " of " + review.review().needed() + " approved"
                        + why(review),
                List.of("Open its review under Releases, or ask somebody who may decide"));
    }

    private static String why(PendingReview review) {
        var not = review.review().counted().stream()
                .filter(it -> !it.counts())
                .map(it -> it.decision()
                                .approval()
                                .map(one -> one.approver() + ": ")
                                .orElse("")
                        + it.why())
                .distinct()
                .collect(Collectors.joining("; "));
        return not.isEmpty() ? "" : "; not counted: " + not;
    }

    private static String approvers(PendingReview review) {
        var people = review.review().counted().stream()
                .filter(Review.Counted::counts)
                .map(it -> it.decision().approval().orElseThrow().approver())
                .collect(Collectors.joining(", "));
        return "approved by " + people + ", " + review.review().approved() + " of "
                + review.review().needed();
    }

    private static String passed(PendingReview review) {
        return review.review().counting().stream()
                .filter(it -> it.decision() == Approval.Decision.PASS_BY_POLICY)
                .map(Approval::reason)
                .findFirst()
                .orElse("");
    }

    private static String reason(PendingReview review) {
        return review.review().counting().stream()
                .filter(it -> it.decision() == Approval.Decision.REJECT)
                .map(it -> it.approver() + ", " + it.reason())
                .findFirst()
                .orElse("");
    }

    private static String start(String hex) {
        return hex.substring(0, 12);
    }
}
