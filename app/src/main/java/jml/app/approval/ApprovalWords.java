package jml.app.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.approval.Approval;
import jml.core.approval.CheckedApproval;
import jml.core.approval.Review;
import jml.core.text.Words;

/// What the command line says about signed decisions. What was signed is text from outside: it cannot steer a terminal.
public final class ApprovalWords {
    private static final int LONGEST = 500;

    private ApprovalWords() {}

    public static String of(ApprovalReport report) {
        var lines = new ArrayList<String>();
        lines.add(head(report));
        report.faults().forEach(fault -> lines.add("fault: " + fault));
        for (var decision : report.decisions()) {
            lines.add("");
            lines.add(decision.state() + ": " + decision.sentence());
            obstacle(report, decision).ifPresent(why -> lines.add("  does not count: " + why));
            decision.approval().ifPresent(approval -> lines.addAll(lines(report, approval)));
            decision.signer().ifPresent(it -> lines.add("  key " + it.key().keyId()));
        }
        if (!report.remarks().isEmpty()) {
            lines.add("");
            report.remarks().forEach(remark -> lines.add("note: " + remark));
        }
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line.startsWith("  ") ? "  " : "")
                    .append(Words.oneLine(line, LONGEST))
                    .append('\n');
        }
        return text.toString();
    }

    private static String head(ApprovalReport report) {
        if (report.decisions().isEmpty()) {
            return "NOT APPROVED: no signed decision is there.";
        }
        return report.review()
                .map(review -> (report.approved() ? "" : "NOT APPROVED: ") + outcome(review))
                .orElse("NOT APPROVED: no decision is signed by a trusted key.");
    }

    private static String outcome(Review review) {
        var counts = review.approved() + " of " + review.needed() + " needed";
        return switch (review.outcome()) {
            case APPROVED -> "APPROVED by " + counts + ".";
            case BYPASSED -> "APPROVED past the four eyes.";
            case PASSED_BY_POLICY -> "PASSED by a rule, without a person.";
            case REJECTED -> "rejected.";
            case WAITING -> "approved by " + counts + ".";
        };
    }

    private static Optional<String> obstacle(ApprovalReport report, CheckedApproval decision) {
        // What does not verify has said so already.
        return report.review().stream()
                .flatMap(review -> review.counted().stream())
                .filter(it -> it.decision().id().equals(decision.id()) && !it.counts() && decision.valid())
                .map(Review.Counted::why)
                .findFirst();
    }

    private static List<String> lines(ApprovalReport report, Approval approval) {
        var bound = approval.binding();
        var lines = new ArrayList<String>();
        lines.add("  about " + approval.model() + "@" + approval.version() + ", sha256:" + bound.artifact());
        lines.add("  scope " + bound.scope());
        lines.add("  evidence sha256:" + bound.evidence()
                + (report.evidence().contains(bound.evidence()) ? ", there, and it fits" : ", not there"));
        lines.add("  reason: " + approval.reason());
        approval.exception()
                .ifPresent(terms -> lines.add("  exception " + String.join(", ", terms.rules()) + ", owned by "
                        + terms.owner() + ", ends " + terms.endsAt()));
        return lines;
    }

    public static Map<String, Object> json(ApprovalReport report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("approved", report.approved());
        json.put("outcome", report.review().map(it -> it.outcome().name()).orElse("NONE"));
        report.review().ifPresent(review -> {
            json.put("count", review.approved());
            json.put("needed", review.needed());
        });
        json.put(
                "decisions",
                report.decisions().stream().map(it -> decision(report, it)).toList());
        json.put("faults", report.faults());
        json.put("remarks", report.remarks());
        return json;
    }

    private static Map<String, Object> decision(ApprovalReport report, CheckedApproval decision) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", decision.id().hex());
        json.put("state", decision.state().name());
        json.put("sentence", decision.sentence());
        decision.signer().ifPresent(signer -> {
            json.put("signer", signer.person());
            json.put("keyId", signer.key().keyId());
        });
        decision.approval().ifPresent(approval -> {
            json.put("statement", approval.statement().toMap());
            json.put(
                    "evidenceFits",
                    report.evidence().contains(approval.binding().evidence()));
        });
        obstacle(report, decision).ifPresent(why -> json.put("doesNotCount", why));
        return json;
    }
}
