package jml.views.releases.review;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jml.core.act.ReleaseState;
import jml.core.approval.Approval;
import jml.core.approval.ChecklistRow;
import jml.core.approval.Evidence;
import jml.core.approval.Judged;
import jml.core.approval.PendingReview;
import jml.core.approval.Review;
import jml.core.policy.PolicyDecision;
import jml.core.policy.RuleResult;
import jml.core.text.Words;
import jml.views.kit.icon.Icon;
import jml.views.kit.table.Cells;
import jml.views.releases.FactRow;
import jml.views.releases.ReleaseLook;
import org.jspecify.annotations.Nullable;

/// From frozen evidence to what the page says of it. Pure.
public final class EvidenceContents {
    private static final int LONGEST = 160;

    private EvidenceContents() {}

    static EvidenceContent of(PendingReview pending, ZoneId zone) {
        var evidence = pending.evidence();
        var judged = evidence.judged();
        return new EvidenceContent(
                verdict(judged),
                judged == null ? "No judge looked at this version." : judged.sentence(),
                judged == null
                        ? "nothing was counted in both arms"
                        : Words.count(judged.metrics().size() + judged.gauges().size(), "metric") + ", ruling "
                                + judged.ruling()
                                        .substring(
                                                0, Math.min(12, judged.ruling().length())) + "…",
                evidence.serving().isEmpty() ? "Baseline" : Words.version(evidence.serving()),
                Words.version(evidence.version()),
                judged == null ? List.of() : metrics(judged),
                evidence.differences(),
                signature(evidence.signature()),
                policyNote(evidence.policies()),
                policies(evidence.policies()),
                checklistNote(evidence),
                checklist(evidence),
                decisions(pending, zone),
                evidence.notCovered());
    }

    private static Cells.Word verdict(@Nullable Judged judged) {
        for (var state : ReleaseState.values()) {
            if (judged != null && state.name().equals(judged.verdict())) {
                return ReleaseLook.of(state);
            }
        }
        return ReleaseLook.of(ReleaseState.NOT_JUDGED);
    }

    private static List<EvidenceContent.Metric> metrics(Judged judged) {
        return Stream.concat(
                        judged.metrics().stream().map(EvidenceContents::metric),
                        judged.gauges().stream().map(EvidenceContents::gauge))
                .toList();
    }

    /// Of a gauge only means are known: what differs stands in place of the ratio.
    private static EvidenceContent.Metric gauge(Judged.Gauge judged) {
        var difference = Double.isNaN(judged.difference())
                ? Words.NO_VALUE
                : signed(judged.difference()) + " (" + bound(judged.low()) + " to " + bound(judged.high()) + ")";
        var blocks = Words.count(judged.blocks(), "block");
        return new EvidenceContent.Metric(judged.name(), blocks, blocks, "", "", difference, word(judged.verdict()));
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Words.number(value, 2);
    }

    private static String bound(double value) {
        return Double.isFinite(value) ? signed(value) : "…";
    }

    private static EvidenceContent.Metric metric(Judged.Metric judged) {
        return new EvidenceContent.Metric(
                judged.name(),
                of(judged.baselineBad(), judged.baseline()),
                of(judged.canaryBad(), judged.canary()),
                percent(judged.baselineBad(), judged.baseline()),
                percent(judged.canaryBad(), judged.canary()),
                ratio(judged),
                word(judged.verdict()));
    }

    private static String of(long bad, long all) {
        return Words.count(bad) + " of " + Words.count(all);
    }

    private static String percent(long bad, long all) {
        return all == 0 ? Words.NO_VALUE : Words.number(100.0 * bad / all, 2);
    }

    private static String ratio(Judged.Metric judged) {
        if (Double.isNaN(judged.ratio())) {
            return Words.NO_VALUE;
        }
        return Words.number(judged.ratio(), 2) + " (" + Words.number(judged.low(), 2) + "–"
                + (Double.isFinite(judged.high()) ? Words.number(judged.high(), 2) : "…") + ")";
    }

    private static Cells.Word word(String verdict) {
        return switch (verdict) {
            case "PASS" -> new Cells.Word(Icon.HEALTHY, "ink-healthy", verdict);
            case "FAIL" -> new Cells.Word(Icon.BREACHING, "ink-breaching", verdict);
            case "TOO_FEW" -> new Cells.Word(Icon.LITTLE, "ink-little", "TOO FEW");
            default -> new Cells.Word(Icon.PLAY, "ink-2", verdict);
        };
    }

    /// The four looks of a model's signature: valid, unsigned, by an unknown signer, broken.
    public static FactRow signature(String words) {
        var said = Words.oneLine(words, LONGEST);
        var start = said.toLowerCase(Locale.ROOT);
        if (start.startsWith("valid")) {
            return FactRow.good("Signature valid", rest(said));
        }
        if (start.startsWith("broken")) {
            return FactRow.bad("Signature broken", rest(said));
        }
        if (start.startsWith("unknown")) {
            return FactRow.watch("Signer unknown", rest(said));
        }
        return start.startsWith("unsigned")
                ? FactRow.missing("Unsigned", rest(said))
                : FactRow.missing("Signature", said.isEmpty() ? "not known" : said);
    }

    private static String rest(String said) {
        int comma = said.indexOf(',');
        return comma < 0 ? "" : said.substring(comma + 1).strip();
    }

    /// "CEL, pack: 6 allow, 1 denies, 2 to watch"; why there is no decision when there is none.
    public static String policyNote(PolicyDecision policies) {
        if (!policies.fault().isEmpty()) {
            return policies.engine() + " did not decide: " + Words.oneLine(policies.fault(), LONGEST);
        }
        var parts = new ArrayList<String>();
        count(parts, policies, RuleResult.Outcome.PASSED, "allow");
        if (!policies.denials().isEmpty()) {
            parts.add(policies.denials().size() + " deny");
        }
        if (!policies.warnings().isEmpty()) {
            parts.add(policies.warnings().size() + " to watch");
        }
        count(parts, policies, RuleResult.Outcome.EXCEPTED, "excepted");
        return policies.engine() + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private static void count(List<String> parts, PolicyDecision policies, RuleResult.Outcome outcome, String word) {
        long n = policies.results().stream()
                .filter(it -> it.outcome() == outcome)
                .count();
        if (n > 0) {
            parts.add(n + " " + word);
        }
    }

    /// Rules that deny first, then those to watch; a rule that does not apply is left out.
    public static List<FactRow> policies(PolicyDecision policies) {
        return policies.results().stream()
                .filter(it -> it.outcome() != RuleResult.Outcome.NOT_APPLICABLE)
                .sorted(Comparator.comparing(RuleResult::denies)
                        .thenComparing(RuleResult::warns)
                        .reversed())
                .map(EvidenceContents::policy)
                .toList();
    }

    private static FactRow policy(RuleResult result) {
        var reason = Words.oneLine(result.reason(), LONGEST);
        if (result.denies()) {
            return FactRow.bad(result.title(), reason);
        }
        if (result.warns() || result.outcome() == RuleResult.Outcome.EXCEPTED) {
            return FactRow.watch(
                    result.title(), (result.outcome() == RuleResult.Outcome.EXCEPTED ? "excepted: " : "") + reason);
        }
        return FactRow.good(result.title(), read(result));
    }

    private static String read(RuleResult result) {
        return result.values().isEmpty()
                ? ""
                : Words.oneLine(result.values().getFirst().text(), 60);
    }

    /// "7 of 9".
    public static String checklistNote(Evidence evidence) {
        long done = evidence.checklist().stream()
                .filter(it -> it.status() != ChecklistRow.Status.OPEN)
                .count();
        return done + " of " + evidence.checklist().size();
    }

    /// Open rows first, then waived ones.
    public static List<FactRow> checklist(Evidence evidence) {
        return evidence.checklist().stream()
                .sorted(Comparator.comparing(ChecklistRow::status, Comparator.reverseOrder()))
                .map(EvidenceContents::row)
                .toList();
    }

    private static FactRow row(ChecklistRow row) {
        var told = Words.oneLine(row.evidence(), LONGEST);
        return switch (row.status()) {
            case OPEN -> FactRow.missing(row.question(), told.isEmpty() ? "open" : told);
            case WAIVED -> FactRow.watch(row.question(), "left out: " + told);
            case DONE, ATTACHED -> FactRow.good(row.question(), told);
        };
    }

    private static List<FactRow> decisions(PendingReview pending, ZoneId zone) {
        return pending.review().counted().stream()
                .map(it -> decision(it, pending, zone))
                .toList();
    }

    private static String said(Approval approval) {
        return switch (approval.decision()) {
            case APPROVE -> approval.bypass() ? "approved past the four eyes" : "approved";
            case REJECT -> "rejected";
            case APPROVE_WITH_EXCEPTION -> "approved with an exception";
            case PASS_BY_POLICY -> "passed by a rule";
        };
    }

    private static FactRow decision(Review.Counted counted, PendingReview pending, ZoneId zone) {
        var approval = counted.decision().approval();
        var who = approval.map(Approval::approver).orElse("Unknown");
        var what = approval.map(it -> said(it) + " "
                        + Words.time(it.decidedAt(), pending.evidence().frozenAt(), zone))
                .orElse("");
        if (!counted.counts()) {
            return FactRow.quiet(Icon.LOCK, who, what + (what.isEmpty() ? "" : "; does not count: ") + counted.why());
        }
        boolean no =
                approval.filter(it -> it.decision() == Approval.Decision.REJECT).isPresent();
        var reason = approval.map(it -> ": " + Words.oneLine(it.reason(), 80)).orElse("");
        return no ? FactRow.bad(who, what + reason) : FactRow.good(who, what + reason);
    }
}
