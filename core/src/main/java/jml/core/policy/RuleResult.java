package jml.core.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What one rule said about one input.
///
/// @param policy the rule's id
/// @param reason in words what is wrong, with the values in it; empty when [Outcome#PASSED] or
///     [Outcome#NOT_APPLICABLE]
/// @param values what the rule read, in the order in which it reads it; what was not there is "not known"
/// @param remedy what would satisfy it; empty where nothing is wrong
public record RuleResult(
        String policy,
        String title,
        Policy.Severity severity,
        Outcome outcome,
        String reason,
        List<Value> values,
        String remedy) {

    public enum Outcome {
        PASSED,
        FAILED,
        NOT_APPLICABLE,
        /// A value that the rule reads is not known, or does not fit it.
        UNANSWERED,
        /// It failed, and a person took it on until a day that is recorded.
        EXCEPTED
    }

    /// @param path as the rule writes it: `signature.status`
    public record Value(String path, String text) {}

    public RuleResult {
        values = List.copyOf(values);
    }

    /// True when the act may not go on because of this rule.
    public boolean denies() {
        return severity == Policy.Severity.DENY && wrong();
    }

    public boolean warns() {
        return severity == Policy.Severity.WARN && wrong();
    }

    /// True when the rule is about who approved, so that it can only hold after the decision that it is shown to.
    boolean isAboutApprovals() {
        return values.stream().anyMatch(value -> value.path().startsWith("approvals."));
    }

    RuleResult excepted() {
        return new RuleResult(policy, title, severity, Outcome.EXCEPTED, reason, values, remedy);
    }

    private boolean wrong() {
        return outcome == Outcome.FAILED || outcome == Outcome.UNANSWERED;
    }

    /// Which rule, on which values, and what would satisfy it.
    public String sentence() {
        if (reason.isEmpty()) {
            return title + (outcome == Outcome.PASSED ? ": holds." : ": does not apply.");
        }
        var read = values.stream()
                .map(value -> value.path() + " = " + value.text())
                .collect(Collectors.joining(", "));
        return title + " (" + policy + "): " + reason + (read.isEmpty() ? "" : " [" + read + "]")
                + (remedy.isEmpty() ? "" : " " + remedy);
    }

    /// As part of what is frozen and signed.
    public Map<String, Object> toMap() {
        return Map.of(
                "policy",
                policy,
                "title",
                title,
                "severity",
                severity.name(),
                "outcome",
                outcome.name(),
                "reason",
                reason,
                "values",
                values.stream()
                        .map(value -> Map.of("path", value.path(), "value", value.text()))
                        .toList());
    }
}
