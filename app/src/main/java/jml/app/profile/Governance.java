package jml.app.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.core.approval.ApprovalDemands;
import jml.core.approval.ApprovalDemands.Rule;
import jml.core.approval.FourEyes;
import jml.core.model.ModelPattern;

/// Who and what must agree before something is changed, as the profile says.
///
/// @param policies `mission-checklists`, or a file, relative to the profile's folder; empty for no rules
/// @param trustedKeys a file, relative to the profile's folder; empty for `trusted-keys.yaml` beside the profile
/// @param approvals for which models somebody must approve what serves
/// @param highRisk condition in CEL for what takes a second person; empty when nothing does
/// @param servingAliases aliases of a registry that say which version should serve, most telling first
public record Governance(
        String policies, String trustedKeys, ApprovalDemands approvals, String highRisk, List<String> servingAliases) {
    /// The policies that come with the console.
    public static final String BUILT_IN = "mission-checklists";

    public static final List<String> USUAL_ALIASES = List.of("champion", "production");

    /// A profile that says nothing of it.
    public static final Governance NONE = new Governance("", "", ApprovalDemands.NONE, "", USUAL_ALIASES);

    public Governance {
        servingAliases = List.copyOf(servingAliases);
    }

    /// Of the simulated fleet: the credit models need one person.
    static Governance simulated(String environment) {
        var rule = new Rule(new ModelPattern(environment, "credit-*"), Optional.of(new FourEyes(1, Set.of("owner"))));
        return new Governance("", "", new ApprovalDemands(List.of(rule)), "", USUAL_ALIASES);
    }
}
