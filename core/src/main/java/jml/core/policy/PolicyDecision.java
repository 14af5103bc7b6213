package jml.core.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// Whether rules allow an act.
///
/// @param engine which engine with which rules
/// @param rules digest of the rules as they were; null when the engine did not say
/// @param results one a rule, in the order of the rules
/// @param fault why there is no decision; empty when there is one
public record PolicyDecision(
        String engine, @Nullable Sha256 rules, Instant at, List<RuleResult> results, String fault) {

    public enum Outcome {
        ALLOWED,
        DENIED,
        /// The engine did not answer: nothing is allowed.
        NOT_DECIDED
    }

    public PolicyDecision {
        results = List.copyOf(results);
    }

    public static PolicyDecision notDecided(String engine, Instant at, String fault) {
        return new PolicyDecision(engine, null, at, List.of(), fault.isBlank() ? "no answer" : fault);
    }

    public Outcome outcome() {
        if (!fault.isEmpty()) {
            return Outcome.NOT_DECIDED;
        }
        return results.stream().anyMatch(RuleResult::denies) ? Outcome.DENIED : Outcome.ALLOWED;
    }

    /// The rule by which nobody has to approve; empty when somebody has to.
    public Optional<RuleResult> passesWithoutPerson() {
        return outcome() != Outcome.ALLOWED
                ? Optional.empty()
                : results.stream()
                        .filter(result -> result.severity() == Policy.Severity.NO_PERSON_NEEDED)
                        .filter(result -> result.outcome() == RuleResult.Outcome.PASSED)
                        .findFirst();
    }

    /// The same with rules that people took on for a while. Nothing else of it changes, and an engine that did not
    /// decide still allows nothing.
    ///
    /// @param exceptions ids of rules
    public PolicyDecision excepting(Set<String> exceptions) {
        return new PolicyDecision(
                engine,
                rules,
                at,
                results.stream()
                        .map(it -> exceptions.contains(it.policy()) && (it.denies() || it.warns()) ? it.excepted() : it)
                        .toList(),
                fault);
    }

    /// What those who approve are shown: without the rules that ask whether they did.
    public PolicyDecision beforeApproval() {
        return new PolicyDecision(
                engine,
                rules,
                at,
                results.stream().filter(it -> !it.isAboutApprovals()).toList(),
                fault);
    }

    public List<RuleResult> denials() {
        return results.stream().filter(RuleResult::denies).toList();
    }

    public List<RuleResult> warnings() {
        return results.stream().filter(RuleResult::warns).toList();
    }

    /// In one sentence; a denial with its rule, its values and what would satisfy it.
    public String sentence() {
        return switch (outcome()) {
            case NOT_DECIDED -> engine + " did not decide, so nothing is allowed: " + fault;
            case DENIED -> denials().stream().map(RuleResult::sentence).collect(Collectors.joining(" "));
            case ALLOWED -> {
                long held = results.stream()
                        .filter(result -> result.outcome() == RuleResult.Outcome.PASSED)
                        .count();
                yield held + " rules allow it"
                        + (warnings().isEmpty() ? "." : ", " + warnings().size() + " to watch.");
            }
        };
    }
}
