package jml.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.model.Environment;
import jml.core.source.SourceException;
import org.junit.jupiter.api.Test;

class CelPolicyEngineTest {
    private static final Instant NOW = Instant.parse("2026-11-11T14:32:06Z");

    @Test
    void aDenialSaysWhichRuleOnWhichValueAndWhatWouldSatisfyIt() throws Exception {
        var decision = decide(
                rule("budget.remainingPercent > 25.0 && act.weight >= 1", "{budget.remainingPercent}% is left."),
                input().budget(12.5).act("PROMOTE", true, 100, "ops").build());

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.DENIED);
        assertThat(decision.sentence())
                .isEqualTo("The rule (rule): 12.5% is left. [budget.remainingPercent = 12.5, act.weight = 100] Wait.");
    }

    @Test
    void aWholeNumberFitsARuleWithADecimalOne() throws Exception {
        var decision = decide(
                rule("budget.remainingPercent > 25.0", ""), input().budget(88.0).build());
        var counted = decide(
                rule("judge.decisions >= 100.5", ""),
                input().judge("PROMOTE", 101, 3, "9f").build());

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.ALLOWED);
        assertThat(counted.outcome()).isEqualTo(PolicyDecision.Outcome.ALLOWED);
    }

    @Test
    void whatIsNotKnownDeniesAndIsNamed() throws Exception {
        var decision = decide(rule("signature.status == 'valid'", "x"), input().build());

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.DENIED);
        assertThat(decision.sentence()).contains("signature.status is not known.");
    }

    @Test
    void aValueOfAnotherTypeDenies() throws Exception {
        var sections = Map.<String, Map<String, Object>>of("judge", Map.of("decisions", "many"));

        var decision = decide(rule("judge.decisions > 5", "x"), new PolicyInput(NOW, sections));

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.DENIED);
        assertThat(decision.sentence()).contains("The rule cannot be applied");
    }

    @Test
    void aRuleThatDoesNotCompileIsNamedWithLineAndColumnAndNothingIsAllowed() throws Exception {
        var pack = pack(rule("true", ""), rule("signature.status ==\n  'valid' &&& true", "x", "broken"));

        var decision = PolicyGate.ask(new CelPolicyEngine(pack), input().build());

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.NOT_DECIDED);
        assertThat(decision.sentence()).contains("nothing is allowed", "broken: check line 2, column 13");
        assertThat(CelPolicyEngine.faults(pack)).singleElement().satisfies(fault -> {
            assertThat(fault.policy()).isEqualTo("broken");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(13);
        });
    }

    @Test
    void aVariableThatDoesNotExistAndAnExpressionThatIsNoConditionDoNotCompile() {
        var faults = CelPolicyEngine.faults(pack(rule("judgee.verdict == 'PROMOTE'", "x"), rule("1 + 1", "x", "sum")));

        assertThat(faults).hasSize(2);
        assertThat(faults.getFirst())
                .hasMessageContaining("rule: check line 1, column 1")
                .hasMessageContaining("judgee");
    }

    @Test
    void anEngineThatIsDownFailsClosedAndSaysSo() throws Exception {
        var down = new PolicyEngine() {
            @Override
            public PolicyDecision decide(PolicyInput input) throws SourceException {
                throw new SourceException("opa", SourceException.Kind.UNREACHABLE, "refused");
            }

            @Override
            public String describe() {
                return "OPA opa";
            }
        };

        var decision = PolicyGate.ask(down, input().build());

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.NOT_DECIDED);
        assertThat(decision.sentence()).isEqualTo("OPA opa did not decide, so nothing is allowed: no answer: refused");
        assertThat(decision.passesWithoutPerson()).isEmpty();
    }

    @Test
    void aLowRiskChangePassesWithoutAPersonOnlyWhenNothingIsDenied() throws Exception {
        var low = new Policy(
                "low", "Low risk", "true", "model.tier == 3", "x", "", Policy.Severity.NO_PERSON_NEEDED, List.of());
        var deny = rule("signature.status == 'valid'", "x");
        var tier3 = input().model("m", "o", 3);

        assertThat(decide(low, tier3.build()).passesWithoutPerson()).isPresent();
        assertThat(decide(low, input().model("m", "o", 1).build()).passesWithoutPerson())
                .isEmpty();
        assertThat(new CelPolicyEngine(pack(low, deny)).decide(tier3.build()).passesWithoutPerson())
                .isEmpty();
    }

    @Test
    void aRuleThatWarnsStopsNothingAndOneThatDoesNotApplyIsNoPass() throws Exception {
        var warn = new Policy("w", "W", "true", "false", "x", "", Policy.Severity.WARN, List.of());
        var elsewhere = new Policy(
                "e", "E", "environment.stage == 'STAGING'", "false", "x", "", Policy.Severity.DENY, List.of());

        var decision = new CelPolicyEngine(pack(warn, elsewhere)).decide(input().build());

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.ALLOWED);
        assertThat(decision.warnings()).hasSize(1);
        assertThat(decision.results().getLast().outcome()).isEqualTo(RuleResult.Outcome.NOT_APPLICABLE);
    }

    @Test
    void anExceptionTakesOneRuleAndNoOtherAndNoFault() throws Exception {
        var decision =
                new CelPolicyEngine(pack(rule("false", "x", "one"), rule("false", "x", "two"))).decide(input().build());
        var down = PolicyDecision.notDecided("opa", NOW, "refused");

        assertThat(decision.excepting(Set.of("one")).denials())
                .singleElement()
                .extracting(RuleResult::policy)
                .isEqualTo("two");
        assertThat(decision.excepting(Set.of("one", "two")).outcome()).isEqualTo(PolicyDecision.Outcome.ALLOWED);
        assertThat(down.excepting(Set.of("one")).outcome()).isEqualTo(PolicyDecision.Outcome.NOT_DECIDED);
    }

    @Test
    void theRuleThatAsksForApprovalsIsNotShownToThoseWhoGiveThem() throws Exception {
        var decision = decide(
                rule("approvals.count >= approvals.needed", "x"),
                input().approvals(List.of(), 2, false).build());

        assertThat(decision.outcome()).isEqualTo(PolicyDecision.Outcome.DENIED);
        assertThat(decision.beforeApproval().outcome()).isEqualTo(PolicyDecision.Outcome.ALLOWED);
    }

    @Test
    void theDigestOfAPackChangesWithARuleAndNotWithATest() {
        var before = pack(rule("true", "x"));
        var tested = new Policy(
                "rule",
                "The rule",
                "true",
                "true",
                "x",
                "Wait.",
                Policy.Severity.DENY,
                List.of(new Policy.Case("c", Map.of(), RuleResult.Outcome.PASSED)));

        assertThat(pack(tested).digest()).isEqualTo(before.digest());
        assertThat(pack(rule("false", "x")).digest()).isNotEqualTo(before.digest());
    }

    private static PolicyDecision decide(Policy policy, PolicyInput input) throws SourceException {
        return new CelPolicyEngine(pack(policy)).decide(input);
    }

    private static PolicyInput.Builder input() {
        return PolicyInput.at(NOW).environment(new Environment("prod", Environment.Stage.PRODUCTION, false));
    }

    private static PolicyPack pack(Policy... policies) {
        return new PolicyPack("pack", Map.of(), List.of(policies));
    }

    private static Policy rule(String check, String reason) {
        return rule(check, reason, "rule");
    }

    private static Policy rule(String check, String reason, String id) {
        return new Policy(id, "The rule", "true", check, reason, "Wait.", Policy.Severity.DENY, List.of());
    }
}
