package jml.views.sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.core.approval.Approval;
import jml.core.approval.CheckedApproval;
import jml.core.approval.ChecklistRow;
import jml.core.approval.Contribution;
import jml.core.approval.Evidence;
import jml.core.approval.FourEyes;
import jml.core.approval.Judged;
import jml.core.approval.PendingReview;
import jml.core.approval.Review;
import jml.core.approval.Scope;
import jml.core.approval.TrustedKey;
import jml.core.model.ModelKey;
import jml.core.policy.Policy;
import jml.core.policy.PolicyDecision;
import jml.core.policy.RuleResult;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;
import jml.core.signing.VerifyingKey;

/// The review of the drawing: credit-underwriting v8, approved by one of two.
public final class SampleReviews {
    public static final ModelKey CREDIT = new ModelKey(SampleFleet.PROD, "credit-underwriting");
    private static final Instant NOON = SampleFleet.NOON;
    private static final FourEyes TWO = new FourEyes(2, Set.of());
    private static final List<Contribution> MADE = List.of(
            new Contribution("A.T.", Contribution.Kind.MADE, NOON.minusSeconds(90_000), "trained v8 (run 5c19)"),
            new Contribution(
                    "J.B.",
                    Contribution.Kind.CHANGED,
                    NOON.minusSeconds(18_000),
                    "changed its configuration at 09:31"));
    private static final List<TrustedKey> PEOPLE =
            List.of(key("R.K.", 1), key("M.S.", 2), key("A.T.", 3), key("J.B.", 4), key("Lead", 5, FourEyes.BYPASS));

    private SampleReviews() {}

    /// M.S. sits here and may make the last approval.
    public static PendingReview ready() {
        return review("M.S.", results(), "valid, credit-ci");
    }

    /// Two rules are not kept, and who sits here may pass over the four eyes.
    public static PendingReview denied() {
        var results = results();
        results.add(failed("data-sheet", "Data sheet under 12 months", "The data sheet is 14 months old."));
        results.add(failed("rollback-rehearsed", "Rollback rehearsed in 30 days", "Last rehearsed 41 days ago."));
        return review("Lead", results, "unknown, key 9f41c2");
    }

    /// Who sits here made the version.
    public static PendingReview own() {
        return review("A.T.", results(), "broken, the artifact does not fit its signature");
    }

    /// This machine's key is nobody's.
    public static PendingReview stranger() {
        return review("", results(), "unsigned");
    }

    static PendingReview counted(PendingReview before, CheckedApproval decision) {
        var decisions = new ArrayList<>(
                before.review().counted().stream().map(Review.Counted::decision).toList());
        decisions.add(decision);
        return with(before, Review.of(before.evidence().binding(), decisions, MADE, TWO, NOON));
    }

    private static PendingReview with(PendingReview before, Review review) {
        return new PendingReview(
                before.model(),
                before.evidence(),
                review,
                before.fourEyes(),
                before.people(),
                before.contributions(),
                before.you(),
                before.key(),
                before.since(),
                before.until(),
                before.then());
    }

    private static PendingReview review(String you, List<RuleResult> results, String signature) {
        var evidence = evidence(results, signature);
        var first = approved(evidence);
        var mine = PEOPLE.stream().filter(it -> it.is(you)).findFirst().orElse(null);
        return new PendingReview(
                CREDIT,
                evidence,
                Review.of(evidence.binding(), List.of(first), MADE, TWO, NOON),
                TWO,
                PEOPLE,
                MADE,
                you,
                mine,
                NOON.minusSeconds(13_900),
                NOON.plusSeconds(12_474),
                "Step 100% starts at once. The judge goes on for 60 min and v7 stays warm for 24 h.");
    }

    private static CheckedApproval approved(Evidence evidence) {
        var approval = new Approval(
                Approval.Decision.APPROVE,
                evidence.model(),
                evidence.version(),
                evidence.binding(),
                "R.K.",
                "No worse on all metrics",
                NOON.minusSeconds(600),
                Optional.empty(),
                false);
        return new CheckedApproval(
                Sha256.of("R.K.".getBytes(StandardCharsets.UTF_8)),
                CheckedApproval.State.VALID,
                Optional.of(approval),
                Optional.of(PEOPLE.getFirst()),
                "Approved by R.K.");
    }

    private static Evidence evidence(List<RuleResult> results, String signature) {
        return new Evidence(
                NOON.minus(Duration.ofMinutes(12)),
                CREDIT.name(),
                "8",
                "7",
                Sha256.of(new byte[] {1}),
                Sha256.of(new byte[] {2}),
                new Scope(SampleFleet.PROD, 100),
                judged(),
                List.of(
                        "Image 6be2f0914c03 in place of 07be18a1d0f2.",
                        "Parameter max_depth 8 → 10, 3 more.",
                        "Data payments to Oct in place of to Sep, 31 days more.",
                        "Commit 4c1e9a7, 14 commits later, 6 files."),
                signature,
                new PolicyDecision("CEL, credit-high-risk r12", Sha256.of(new byte[] {3}), NOON, results, ""),
                checklist(),
                List.of(
                        "Outcomes: 39% of labels are not in yet; they come after 30 days.",
                        "Fairness: no group's rate was measured."));
    }

    private static Judged judged() {
        return new Judged(
                "PROMOTE",
                "v8 is no worse than v7 on all 6 required metrics after 212,400 decisions.",
                "3f2a91c07d44e8",
                List.of(
                        metric("Wrong decisions", 6_584, 6_160, 0.94, 0.88, 1.01),
                        metric("Errors", 21, 21, 1.0, 0.6, 1.7),
                        metric("Slower than 300 ms", 3_823, 3_611, 0.94, 0.86, 1.03),
                        metric("Missing fields", 85, 85, 1.0, 0.7, 1.4),
                        metric("Sent to a person", 23_786, 23_364, 0.98, 0.96, 1.01)),
                List.of(new Judged.Gauge("Cost per 1,000, €", "PASS", 0.01, -0.01, 0.03, 288)));
    }

    private static Judged.Metric metric(
            String name, long baselineBad, long canaryBad, double ratio, double low, double high) {
        return new Judged.Metric(name, "PASS", baselineBad, 212_380, canaryBad, 212_400, ratio, low, high);
    }

    private static List<RuleResult> results() {
        return new ArrayList<>(List.of(
                passed("signed", "Signed by a trusted key", "valid"),
                passed("author", "Author is not approver", "A.T."),
                new RuleResult(
                        "explanations",
                        "Explanations stored for 99%",
                        Policy.Severity.WARN,
                        RuleResult.Outcome.FAILED,
                        "98.7% of decisions have one.",
                        List.of(),
                        "Store the rest."),
                passed("budget", "Error budget over 25%", "88%"),
                passed("lineage", "Lineage whole to data snapshot", "0 gaps")));
    }

    private static RuleResult passed(String id, String title, String value) {
        return new RuleResult(
                id,
                title,
                Policy.Severity.DENY,
                RuleResult.Outcome.PASSED,
                "",
                List.of(new RuleResult.Value(id, value)),
                "");
    }

    private static RuleResult failed(String id, String title, String reason) {
        return new RuleResult(
                id, title, Policy.Severity.DENY, RuleResult.Outcome.FAILED, reason, List.of(), "Renew it.");
    }

    private static List<ChecklistRow> checklist() {
        return List.of(
                new ChecklistRow("ci", "CI result", ChecklistRow.Status.DONE, "412 passed, 0 failed"),
                new ChecklistRow("offline", "Offline evaluation", ChecklistRow.Status.DONE, "AUC 0.947 (0.944–0.950)"),
                new ChecklistRow("retirement", "Retirement plan", ChecklistRow.Status.OPEN, ""),
                new ChecklistRow("load", "Load test", ChecklistRow.Status.DONE, "p95 88 ms at 120/s"),
                new ChecklistRow("runbook", "Alerts and runbook", ChecklistRow.Status.ATTACHED, "4 rules, 1 runbook"),
                new ChecklistRow("shadow", "Shadow run, 48 h", ChecklistRow.Status.WAIVED, "same features as v7"),
                new ChecklistRow("cost", "Cost cap", ChecklistRow.Status.DONE, "€38/h, alert set"));
    }

    private static TrustedKey key(String person, int seed, String... roles) {
        return new TrustedKey(person, Set.of(roles), verifying(seed), null, NOON.plus(Duration.ofDays(120)), null, "");
    }

    // Always the same, so that pictures and texts of two runs compare.
    private static VerifyingKey verifying(int seed) {
        var raw = new byte[32];
        Arrays.fill(raw, (byte) seed);
        try {
            return VerifyingKey.ofRawEd25519(raw);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
