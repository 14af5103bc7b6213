package jml.core.policy;

import java.util.ArrayList;
import java.util.List;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// The engine inside the console: rules in CEL. They are compiled at the first question, for loading CEL takes time
/// that a console without a release need not spend. One rule that does not compile makes the whole pack
/// give no decision. Safe on any thread.
public final class CelPolicyEngine implements PolicyEngine {
    private final PolicyPack pack;
    private @Nullable List<CompiledPolicy> compiled;

    public CelPolicyEngine(PolicyPack pack) {
        this.pack = pack;
    }

    @Override
    public PolicyDecision decide(PolicyInput input) throws SourceException {
        try {
            var results = rules().stream().map(rule -> rule.ask(input)).toList();
            return new PolicyDecision(describe(), pack.digest(), input.at(), results, "");
        } catch (PolicyException e) {
            throw new SourceException(
                    describe(), SourceException.Kind.MISCONFIGURED, "a rule does not compile: " + e.getMessage(), e);
        }
    }

    @Override
    public String describe() {
        return "CEL, " + pack.name();
    }

    /// Every rule that does not compile, for whoever edits them.
    public static List<PolicyException> faults(PolicyPack pack) {
        var faults = new ArrayList<PolicyException>();
        for (var policy : pack.policies()) {
            try {
                CompiledPolicy.of(policy);
            } catch (PolicyException e) {
                faults.add(e);
            }
        }
        return faults;
    }

    private synchronized List<CompiledPolicy> rules() throws PolicyException {
        if (compiled == null) {
            var rules = new ArrayList<CompiledPolicy>();
            for (var policy : pack.policies()) {
                rules.add(CompiledPolicy.of(policy));
            }
            compiled = List.copyOf(rules);
        }
        return compiled;
    }
}
