package jml.core.policy;

import java.util.List;
import java.util.Map;

/// One rule that a release is held against.
///
/// @param id lower-case letters, digits and hyphens; unique in its pack
/// @param title the rule in a few words: "Signed by a trusted key"
/// @param applies CEL that says for what the rule is; "true" for everything
/// @param check CEL over the members of [PolicyInput] that holds when all is well
/// @param reason what is wrong when it does not, with `{path}` where a value stands: "The signature is
///     {signature.status}."
/// @param remedy what would satisfy the rule, with `{path}` too
/// @param cases what the rule must say about given inputs: its tests
public record Policy(
        String id,
        String title,
        String applies,
        String check,
        String reason,
        String remedy,
        Severity severity,
        List<Case> cases) {

    public enum Severity {
        /// Stops the act when the check does not hold, and when a value that it reads is not known.
        DENY,
        /// Is shown, and stops nothing.
        WARN,
        /// Where the check holds and nothing is denied, no person has to approve; where it does not, one has to.
        /// Never stops the act.
        NO_PERSON_NEEDED
    }

    /// A test of the rule.
    ///
    /// @param input members that differ from the pack's base input; a null value takes a member away
    public record Case(String name, Map<String, Object> input, RuleResult.Outcome expected) {}

    public Policy {
        if (!id.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("not the id of a policy: " + id);
        }
        cases = List.copyOf(cases);
    }

    /// What the rule says, without its tests: what a digest is made over.
    Map<String, Object> toMap() {
        return Map.of(
                "id", id,
                "title", title,
                "applies", applies,
                "check", check,
                "reason", reason,
                "remedy", remedy,
                "severity", severity.name());
    }
}
