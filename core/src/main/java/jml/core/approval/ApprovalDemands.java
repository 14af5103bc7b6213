package jml.core.approval;

import java.util.List;
import java.util.Optional;
import jml.core.model.ModelKey;
import jml.core.model.ModelPattern;

/// For which models somebody must approve what serves, as the profile says; for no other one. Immutable.
///
/// @param rules tried in order; the first that is about a model counts
public record ApprovalDemands(List<Rule> rules) {
    public static final ApprovalDemands NONE = new ApprovalDemands(List.of());

    /// @param who empty when nobody needs to approve
    public record Rule(ModelPattern about, Optional<FourEyes> who) {}

    public ApprovalDemands {
        rules = List.copyOf(rules);
    }

    /// Who must approve the model's versions; empty when nobody needs to.
    public Optional<FourEyes> of(ModelKey model) {
        return rules.stream()
                .filter(rule -> rule.about().matches(model))
                .findFirst()
                .flatMap(Rule::who);
    }
}
