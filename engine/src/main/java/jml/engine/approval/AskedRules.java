package jml.engine.approval;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import jml.core.approval.Approval;
import jml.core.approval.PendingReview;
import jml.core.policy.PolicyDecision;
import jml.core.policy.PolicyEngine;
import jml.core.policy.PolicyGate;
import org.jspecify.annotations.Nullable;

/// What the profile's rules say of a version, with what people decided about it.
final class AskedRules {
    private final @Nullable PolicyEngine engine;
    private final Dossiers dossiers;
    private final InstantSource clock;

    /// @param engine null when the profile has no rules
    AskedRules(@Nullable PolicyEngine engine, Dossiers dossiers, InstantSource clock) {
        this.engine = engine;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    boolean any() {
        return engine != null;
    }

    /// Of a step; rules that people took on for a while do not count.
    ///
    /// @param weight percent of traffic afterwards
    /// @param review null when nobody needs to approve
    PolicyDecision of(Candidate candidate, String purpose, int weight, @Nullable PendingReview review)
            throws InterruptedException {
        var now = clock.instant();
        if (engine == null) {
            return none(now);
        }
        var input = dossiers.of(candidate).input(purpose, weight, "operator", now);
        var counting = review == null ? List.<Approval>of() : review.review().counting();
        input.approvals(
                counting.stream()
                        .filter(it -> it.decision() != Approval.Decision.REJECT
                                && it.decision() != Approval.Decision.PASS_BY_POLICY)
                        .map(Approval::approver)
                        .toList(),
                review == null ? 0 : review.review().needed(),
                counting.stream().anyMatch(it -> it.decision() == Approval.Decision.REJECT));
        var excepted = counting.stream()
                .flatMap(it -> it.exception().stream())
                .flatMap(terms -> terms.rules().stream())
                .collect(Collectors.toSet());
        return PolicyGate.ask(engine, input.build()).excepting(excepted);
    }

    /// Of all traffic, before anybody has approved.
    PolicyDecision beforeApproval(Dossier dossier, Instant now) throws InterruptedException {
        if (engine == null) {
            return none(now);
        }
        var input = dossier.input("PROMOTE_FULLY", SignedApprovals.WHOLE, "reviewer", now);
        return PolicyGate.ask(engine, input.build()).beforeApproval();
    }

    private static PolicyDecision none(Instant now) {
        return new PolicyDecision("no rules in the profile", null, now, List.of(), "");
    }
}
