package jml.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import jml.core.model.Environment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every engine promises, on the rules of `docs/examples/release.rego`: `signed` and `budget-left` deny,
/// `card-fresh` warns, and all apply only to production traffic.
public abstract class PolicyEngineContract {
    private static final Instant NOW = Instant.parse("2026-11-11T14:32:06Z");

    protected abstract PolicyEngine engine() throws Exception;

    @Test
    protected void whatHoldsIsAllowed() throws Exception {
        var decision = ask(true, "valid", 88.0);

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.ALLOWED);
        assertThat(decision.results())
                .extracting(RuleResult::policy, RuleResult::outcome)
                .containsExactly(
                        tuple("signed", RuleResult.Outcome.PASSED),
                        tuple("budget-left", RuleResult.Outcome.PASSED),
                        tuple("card-fresh", RuleResult.Outcome.PASSED));
    }

    @Test
    protected void aDenialNamesTheRuleTheValueAndWhatWouldSatisfyIt() throws Exception {
        var decision = ask(true, "valid", 12.5);

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.DENIED);
        assertThat(decision.sentence())
                .isEqualTo("Error budget over 25% (budget-left): budget.remainingPercent is 12.5."
                        + " [budget.remainingPercent = 12.5] Wait until the budget has recovered.");
    }

    @Test
    protected void whatIsNotKnownDenies() throws Exception {
        var decision = ask(true, null, 88.0);

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.DENIED);
        assertThat(decision.denials())
                .extracting(RuleResult::policy, RuleResult::outcome)
                .containsExactly(tuple("signed", RuleResult.Outcome.UNANSWERED));
    }

    @Test
    protected void goingBackIsNeverHeldUp() throws Exception {
        assertThat(ask(false, "broken", 0.5).outcome()).isEqualTo(PolicyDecision.Outcome.ALLOWED);
    }

    private PolicyDecision ask(boolean takesTraffic, @Nullable String signature, double budget) throws Exception {
        var input = PolicyInput.at(NOW)
                .act(takesTraffic ? "PROMOTE" : "ROLL_BACK", takesTraffic, 100, "ops")
                .environment(new Environment("prod-eu", Environment.Stage.PRODUCTION, false))
                .card(NOW.minusSeconds(86_400 * 20), "Score loan requests", null)
                .budget(budget);
        if (signature != null) {
            input.signature(signature, "credit-ci");
        }
        return PolicyGate.ask(engine(), input.build());
    }
}
