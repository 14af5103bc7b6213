package jml.core.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jml.core.signing.CanonicalJson;
import jml.core.signing.Sha256;

/// The rules of one file, in order.
///
/// @param name "mission-checklists"
/// @param base input that every rule of the pack lets pass: its cases say what they change in it
public record PolicyPack(String name, Map<String, Object> base, List<Policy> policies) {
    public PolicyPack {
        policies = List.copyOf(policies);
        var ids = new HashSet<String>();
        for (var policy : policies) {
            if (!ids.add(policy.id())) {
                throw new IllegalArgumentException("the policy " + policy.id() + " is there twice in " + name);
            }
        }
    }

    /// Of what the rules say; their tests do not count.
    public Sha256 digest() {
        var rules = policies.stream().map(Policy::toMap).toList();
        return Sha256.of(CanonicalJson.bytes(Map.of("name", name, "policies", rules)));
    }
}
