package jml.app.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.core.approval.ApprovalVerification;
import jml.core.approval.Binding;
import jml.core.approval.CheckedApproval;
import jml.core.approval.FourEyes;
import jml.core.approval.Review;
import jml.core.approval.TrustedKey;
import jml.core.signing.Sha256;
import jml.store.audit.StrictJson;
import org.jspecify.annotations.Nullable;

/// What came of verifying the decisions about one version.
///
/// @param review of what was decided together; empty when no decision verifies
/// @param decisions as checked, in the order in which they were found
/// @param evidence digests of the evidence that is there
/// @param faults that make the whole not verified; remarks beside it
public record ApprovalReport(
        Optional<Review> review,
        List<CheckedApproval> decisions,
        Set<Sha256> evidence,
        List<String> faults,
        List<String> remarks) {

    /// @param digest that the artifact must have; null for whatever was decided about
    public record Demand(int needed, @Nullable Sha256 digest) {}

    public boolean approved() {
        return faults.isEmpty() && review.map(it -> it.outcome().allows()).orElse(false);
    }

    /// What was decided together: on one artifact, on the same evidence, for one scope.
    public static ApprovalReport of(
            DecisionSource.Found found,
            List<TrustedKey> trusted,
            Demand demand,
            boolean evidenceDemanded,
            Instant now) {
        var verification = new ApprovalVerification(trusted, new StrictJson());
        var checked = found.kept().envelopes().stream()
                .map(envelope -> verification.check(envelope, now))
                .toList();
        var bindings = new LinkedHashSet<Binding>();
        for (var one : checked) {
            one.approval().map(it -> it.binding()).ifPresent(bindings::add);
        }
        Review best = null;
        for (var bound : bindings) {
            var artifact = demand.digest() == null ? bound.artifact() : demand.digest();
            var review = Review.of(
                    new Binding(artifact, bound.evidence(), bound.scope()),
                    checked,
                    found.contributions(),
                    new FourEyes(demand.needed(), Set.of()),
                    now);
            boolean better = best == null
                    || (!best.outcome().allows() && (review.outcome().allows() || review.approved() > best.approved()));
            best = better ? review : best;
        }
        var evidence = found.kept().evidence().keySet();
        var faults = new ArrayList<String>();
        var remarks = new ArrayList<>(found.kept().faults());
        for (var bound : bindings) {
            if (!evidence.contains(bound.evidence())) {
                (evidenceDemanded ? faults : remarks)
                        .add("the evidence sha256:" + bound.evidence() + " of a decision is not there");
            }
        }
        if (found.contributions().isEmpty()) {
            remarks.add("who made the version is not known: four eyes were not checked");
        }
        return new ApprovalReport(Optional.ofNullable(best), checked, Set.copyOf(evidence), faults, remarks);
    }
}
