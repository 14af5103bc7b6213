package jml.core.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a version stands between "wished" and "may serve", from the decisions that were signed about it.
///
/// @param approved how many people's approval counts
/// @param counted every decision with whether it counts and why not, oldest first
public record Review(Outcome outcome, int approved, int needed, List<Counted> counted) {

    public enum Outcome {
        WAITING,
        APPROVED,
        REJECTED,
        /// Approved past the four eyes.
        BYPASSED,
        /// A rule let it pass; no person looked.
        PASSED_BY_POLICY;

        public boolean allows() {
            return this == APPROVED || this == BYPASSED || this == PASSED_BY_POLICY;
        }
    }

    /// Why a decision does not count.
    public enum Obstacle {
        NOT_TRUSTED,
        OTHER_ARTIFACT,
        OTHER_EVIDENCE,
        OUT_OF_SCOPE,
        EXCEPTION_ENDED,
        MAY_NOT,
        TAKEN_BACK
    }

    /// @param obstacle empty when it counts
    /// @param why in words; empty when it counts
    public record Counted(CheckedApproval decision, Optional<Obstacle> obstacle, String why) {
        public boolean counts() {
            return obstacle.isEmpty();
        }
    }

    public Review {
        counted = List.copyOf(counted);
    }

    /// The decisions that count, oldest first.
    public List<Approval> counting() {
        return counted.stream()
                .filter(Counted::counts)
                .map(it -> it.decision().approval().orElseThrow())
                .toList();
    }

    /// @param wanted what is to be decided: another artifact, other evidence or a wider scope resets what was decided
    /// @param decisions all that are known about the version, in any order; the same one twice counts once
    /// @param contributions who made the version and who changed it since
    public static Review of(
            Binding wanted,
            List<CheckedApproval> decisions,
            List<Contribution> contributions,
            FourEyes fourEyes,
            Instant now) {
        var seen = new HashSet<Object>();
        var inOrder = decisions.stream()
                .filter(it -> seen.add(it.id()))
                .sorted(Comparator.comparing(Review::decidedAt)
                        .thenComparing(it -> it.id().hex()))
                .toList();
        var counted = new ArrayList<Counted>();
        var lastOf = new HashMap<String, Integer>();
        for (var decision : inOrder) {
            var one = counted(wanted, decision, contributions, fourEyes, now);
            if (one.counts()) {
                var person =
                        decision.approval().orElseThrow().approver().strip().toLowerCase(Locale.ROOT);
                var before = lastOf.put(person, counted.size());
                if (before != null) {
                    var old = counted.get(before).decision();
                    counted.set(before, not(old, Obstacle.TAKEN_BACK, "the same person decided again later"));
                }
            }
            counted.add(one);
        }
        return summed(counted, fourEyes.needed());
    }

    private static Instant decidedAt(CheckedApproval decision) {
        return decision.approval().map(Approval::decidedAt).orElse(Instant.EPOCH);
    }

    private static Review summed(List<Counted> counted, int needed) {
        var counting = counted.stream()
                .filter(Counted::counts)
                .map(it -> it.decision().approval().orElseThrow())
                .toList();
        int approved = (int) counting.stream()
                .filter(it -> it.decision().allows() && it.decision() != Approval.Decision.PASS_BY_POLICY)
                .count();
        Outcome outcome;
        if (counting.stream().anyMatch(it -> !it.decision().allows())) {
            outcome = Outcome.REJECTED;
        } else if (counting.stream().anyMatch(Approval::bypass)) {
            outcome = Outcome.BYPASSED;
        } else if (approved >= needed) {
            outcome = Outcome.APPROVED;
        } else if (counting.stream().anyMatch(it -> it.decision() == Approval.Decision.PASS_BY_POLICY)) {
            outcome = Outcome.PASSED_BY_POLICY;
        } else {
            outcome = Outcome.WAITING;
        }
        return new Review(outcome, approved, needed, counted);
    }

    private static Counted counted(
            Binding wanted,
            CheckedApproval decision,
            List<Contribution> contributions,
            FourEyes fourEyes,
            Instant now) {
        if (!decision.valid()) {
            return not(decision, Obstacle.NOT_TRUSTED, decision.sentence());
        }
        var approval = decision.approval().orElseThrow();
        var bound = approval.binding();
        if (!bound.artifact().equals(wanted.artifact())) {
            return not(
                    decision,
                    Obstacle.OTHER_ARTIFACT,
                    "it was about the artifact " + start(bound.artifact().hex()));
        }
        if (!bound.evidence().equals(wanted.evidence())) {
            return not(
                    decision,
                    Obstacle.OTHER_EVIDENCE,
                    "it was made on the evidence " + start(bound.evidence().hex()));
        }
        // A no for less is a no for more.
        boolean covers = approval.decision().allows()
                ? bound.scope().covers(wanted.scope())
                : bound.scope().environment().equals(wanted.scope().environment());
        if (!covers) {
            return not(decision, Obstacle.OUT_OF_SCOPE, "it holds for " + bound.scope());
        }
        var ended = approval.exception().filter(terms -> !now.isBefore(terms.endsAt()));
        if (ended.isPresent()) {
            var terms = ended.get();
            return not(
                    decision,
                    Obstacle.EXCEPTION_ENDED,
                    "its exception, owned by " + terms.owner() + ", ended at " + terms.endsAt());
        }
        var hindrance = hindrance(approval, decision.signer().orElseThrow(), contributions, fourEyes);
        return hindrance.isEmpty()
                ? new Counted(decision, Optional.empty(), "")
                : not(decision, Obstacle.MAY_NOT, approval.approver() + " " + hindrance);
    }

    /// Empty when the person's decision counts.
    private static String hindrance(
            Approval approval, TrustedKey signer, List<Contribution> contributions, FourEyes fourEyes) {
        if (approval.decision() == Approval.Decision.PASS_BY_POLICY) {
            return signer.roles().contains(FourEyes.POLICY) ? "" : "may not: is no policy engine";
        }
        if (signer.roles().contains(FourEyes.POLICY)) {
            return "may not: is no person";
        }
        // Anyone trusted may say no.
        if (!approval.decision().allows()) {
            return "";
        }
        if (approval.bypass()) {
            return signer.roles().contains(FourEyes.BYPASS) ? "" : "may not bypass the four eyes";
        }
        var answer = fourEyes.of(approval.approver(), signer.roles(), contributions);
        return answer.may() && !answer.onlyAsBypass() ? "" : answer.reason();
    }

    private static Counted not(CheckedApproval decision, Obstacle obstacle, String why) {
        return new Counted(decision, Optional.of(obstacle), why);
    }

    private static String start(String hex) {
        return "sha256:" + hex.substring(0, 12) + "…";
    }
}
