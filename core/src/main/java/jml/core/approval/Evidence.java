package jml.core.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jml.core.policy.PolicyDecision;
import jml.core.policy.RuleResult;
import jml.core.signing.CanonicalJson;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// What a decision rests on, frozen at one instant: the same facts give the same bytes, and the decision is bound to
/// their hash. Freezing again makes other evidence, also when nothing but the time differs.
///
/// @param model the registered model's name
/// @param serving version in service now; empty when none is
/// @param artifact digest of the version's artifact; null when neither registry nor signature tells one: then nothing
/// can     be signed about the version
/// @param image digest of the image that serves it; null when not known
/// @param judged null when no judge looked
/// @param differences from the version in service, a sentence each
/// @param signature the artifact's, in words: "valid, credit-ci"
/// @param policies without the rules that ask who approved: [PolicyDecision#beforeApproval()]
/// @param notCovered what this evidence cannot say, a sentence each
public record Evidence(
        Instant frozenAt,
        String model,
        String version,
        String serving,
        @Nullable Sha256 artifact,
        @Nullable Sha256 image,
        Scope scope,
        @Nullable Judged judged,
        List<String> differences,
        String signature,
        PolicyDecision policies,
        List<ChecklistRow> checklist,
        List<String> notCovered) {
    /// How a sentence of [#notCovered] begins that tells a gap in where the version comes from.
    public static final String LINEAGE = "Lineage: ";

    public Evidence {
        differences = List.copyOf(differences);
        checklist = List.copyOf(checklist);
        notCovered = List.copyOf(notCovered);
        if (model.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("evidence about no version");
        }
    }

    /// In canonical JSON: what is hashed, kept and shown as "evidence as file".
    public byte[] bytes() {
        return CanonicalJson.bytes(toMap());
    }

    public Sha256 digest() {
        return Sha256.of(bytes());
    }

    /// What of the version's run, commit and data is not known, a sentence each.
    public List<String> lineageGaps() {
        return notCovered.stream()
                .filter(it -> it.startsWith(LINEAGE))
                .map(it -> it.substring(LINEAGE.length()))
                .toList();
    }

    /// How many facts it holds, for people.
    public int facts() {
        int metrics =
                judged == null ? 0 : judged.metrics().size() + judged.gauges().size() + 1;
        return metrics + differences.size() + policies.results().size() + checklist.size() + 1;
    }

    /// @throws IllegalStateException when the artifact's digest is not known
    public Binding binding() {
        if (artifact == null) {
            throw new IllegalStateException("no digest of " + model + " v" + version + " is known");
        }
        return new Binding(artifact, digest(), scope);
    }

    private Map<String, @Nullable Object> toMap() {
        var map = new TreeMap<String, @Nullable Object>();
        map.put("frozenAt", frozenAt.toString());
        map.put("model", model);
        map.put("version", version);
        map.put("serving", serving);
        map.put("artifact", artifact == null ? null : artifact.hex());
        map.put("image", image == null ? null : image.hex());
        map.put("environment", scope.environment());
        map.put("weight", scope.weight());
        map.put("judge", judged == null ? null : judged.toMap());
        map.put("differences", differences);
        map.put("signature", signature);
        map.put("policies", policyMap());
        map.put("checklist", checklist.stream().map(ChecklistRow::toMap).toList());
        map.put("notCovered", notCovered);
        return map;
    }

    private Map<String, @Nullable Object> policyMap() {
        var rules = policies.rules();
        var map = new TreeMap<String, @Nullable Object>();
        map.put("engine", policies.engine());
        map.put("rules", rules == null ? null : rules.hex());
        map.put("at", policies.at().toString());
        map.put("fault", policies.fault());
        map.put("results", policies.results().stream().map(RuleResult::toMap).toList());
        return map;
    }
}
