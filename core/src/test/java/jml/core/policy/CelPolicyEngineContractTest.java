package jml.core.policy;

import java.util.List;
import java.util.Map;

class CelPolicyEngineContractTest extends PolicyEngineContract {
    private static final PolicyPack PACK = new PolicyPack(
            "release",
            Map.of(),
            List.of(
                    rule(
                            "signed",
                            "Signed by a trusted key",
                            "signature.status == 'valid'",
                            "signature.status is {signature.status}.",
                            "Sign the artifact with a key that the profile trusts.",
                            Policy.Severity.DENY),
                    rule(
                            "budget-left",
                            "Error budget over 25%",
                            "budget.remainingPercent > 25.0",
                            "budget.remainingPercent is {budget.remainingPercent}.",
                            "Wait until the budget has recovered.",
                            Policy.Severity.DENY),
                    rule(
                            "card-fresh",
                            "Model card not older than a year",
                            "card.ageDays <= 365",
                            "card.ageDays is {card.ageDays}.",
                            "Read the model card again and date it.",
                            Policy.Severity.WARN)));

    @Override
    protected PolicyEngine engine() {
        return new CelPolicyEngine(PACK);
    }

    private static Policy rule(
            String id, String title, String check, String reason, String remedy, Policy.Severity severity) {
        var applies = "act.takesTraffic && environment.stage == 'PRODUCTION'";
        return new Policy(id, title, applies, check, reason, remedy, severity, List.of());
    }
}
