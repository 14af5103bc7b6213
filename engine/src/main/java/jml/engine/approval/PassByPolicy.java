package jml.engine.approval;

import java.util.function.Supplier;
import jml.core.act.Proposal;
import jml.core.approval.Approvals.RefusedException;
import jml.core.approval.Review;
import jml.core.fleet.FleetSnapshot;
import jml.core.signing.SigningKeyException;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import jml.core.text.Words;
import jml.engine.act.Consent;

/// Signs, where a rule says that no person is needed, that none looked, before the version gets its traffic.
public final class PassByPolicy implements Consent {
    private final SignedApprovals approvals;
    private final Supplier<FleetSnapshot> fleet;

    /// @param fleet the newest live snapshot
    public PassByPolicy(SignedApprovals approvals, Supplier<FleetSnapshot> fleet) {
        this.approvals = approvals;
        this.fleet = fleet;
    }

    @Override
    public void record(Proposal proposal) throws SourceException, InterruptedException {
        var model = proposal.model();
        if (!ForwardStep.takesTraffic(proposal) || !approvals.demanded(model)) {
            return;
        }
        var snapshot = fleet.get();
        var row = snapshot.roster().row(model);
        var candidate = approvals
                .candidate(snapshot, model, proposal.to())
                .orElseThrow(
                        () -> refused(proposal, "no registry tells " + Words.version(proposal.to()) + " any more"));
        var review = approvals.review(candidate);
        if (review.review().outcome() == Review.Outcome.REJECTED) {
            throw refused(proposal, Words.version(proposal.to()) + " was rejected");
        }
        if (review.review().outcome() != Review.Outcome.WAITING) {
            return;
        }
        int weight = ForwardStep.weight(proposal, snapshot.model(row.orElseThrow()));
        var rule = approvals
                .passing(candidate, proposal.purpose().name(), weight, review)
                .orElseThrow(() -> refused(proposal, "a person has to approve it now"));
        try {
            approvals.pass(candidate, review, rule, weight);
        } catch (RefusedException | SigningKeyException e) {
            throw refused(proposal, String.valueOf(e.getMessage()));
        }
    }

    private static SourceException refused(Proposal proposal, String why) {
        return new SourceException(proposal.model().environment(), Kind.REFUSED, why);
    }
}
