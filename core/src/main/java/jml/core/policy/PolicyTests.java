package jml.core.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Runs the cases that rules carry.
public final class PolicyTests {
    private PolicyTests() {}

    /// A case that came out otherwise.
    public record Failure(String policy, String test, RuleResult.Outcome expected, RuleResult result) {
        @Override
        public String toString() {
            return policy + ", " + test + ": expected " + expected + ", was " + result.outcome() + " ("
                    + result.sentence() + ")";
        }
    }

    /// @param at the instant that the inputs describe
    /// @throws PolicyException when a rule does not compile
    public static List<Failure> failures(PolicyPack pack, Instant at) throws PolicyException {
        var failures = new ArrayList<Failure>();
        for (var policy : pack.policies()) {
            var rule = CompiledPolicy.of(policy);
            for (var test : policy.cases()) {
                var result = rule.ask(PolicyInput.with(at, pack.base(), test.input()));
                if (result.outcome() != test.expected()) {
                    failures.add(new Failure(policy.id(), test.name(), test.expected(), result));
                }
            }
        }
        return failures;
    }
}
