package jml.app.profile;

import static jml.app.profile.Fields.given;
import static jml.app.profile.Fields.numbered;
import static jml.app.profile.Fields.orEmpty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.app.profile.WireProfile.WireApproval;
import jml.core.approval.ApprovalDemands;
import jml.core.approval.ApprovalDemands.Rule;
import jml.core.approval.FourEyes;
import jml.core.model.Environment;
import jml.core.model.ModelPattern;
import org.jspecify.annotations.Nullable;

/// From the file's lines on policies and approvals to what must agree before something is changed. Policies are read
/// when they are first asked: a rule that is wrong allows nothing, and does not keep the console from opening.
record GovernanceReading(Fields fields) {
    private static final int MOST_PEOPLE = 20;

    Governance governance(WireProfile wire, List<Environment> environments) throws ProfileException {
        var rules = new ArrayList<Rule>();
        for (var approval : numbered(wire.approvals(), "approvals")) {
            rules.add(rule(approval.value(), environments, approval.at()));
        }
        return new Governance(
                filled(wire.policies(), "policies"),
                filled(wire.trustedKeys(), "trustedKeys"),
                new ApprovalDemands(rules),
                filled(wire.highRisk(), "highRisk"),
                aliases(wire));
    }

    // A line left empty would take its protection away without a word.
    private String filled(@Nullable String text, String at) throws ProfileException {
        if (text != null && text.isBlank()) {
            throw fields.wrong(at, "has no value; fill it in or take the line out");
        }
        return orEmpty(text);
    }

    private List<String> aliases(WireProfile wire) throws ProfileException {
        for (var alias : numbered(wire.servingAliases(), "servingAliases")) {
            fields.required(alias.value(), alias.at());
        }
        return wire.servingAliases() == null ? Governance.USUAL_ALIASES : wire.servingAliases();
    }

    private Rule rule(WireApproval wire, List<Environment> environments, String at) throws ProfileException {
        var environment = orEmpty(wire.environment());
        if (!environment.isEmpty()
                && environments.stream().noneMatch(it -> it.name().equals(environment))) {
            throw fields.wrong(at + ".environment", environment + " is none of this profile's environments");
        }
        if (wire.model() != null && wire.model().isBlank()) {
            throw fields.wrong(at + ".model", "has no value; fill it in or take the line out");
        }
        long needed = wire.needed() == null ? 1 : wire.needed();
        if (needed < 0 || needed > MOST_PEOPLE) {
            throw fields.wrong(at + ".needed", "must be between 0, for nobody, and " + MOST_PEOPLE);
        }
        var about = new ModelPattern(environment, wire.model() == null ? "*" : wire.model());
        return new Rule(
                about,
                needed == 0
                        ? Optional.empty()
                        : Optional.of(new FourEyes((int) needed, Set.copyOf(given(wire.roles())))));
    }
}
