package jml.core.signing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// "This version may be promoted", or may not, as a SLSA verification summary (VSA v1).
///
/// @param verifier URI of who looked: the console and its version
/// @param resource URI of what may be promoted and where to
/// @param policy URI of the rules it was held against
/// @param policyDigest of these rules as they were
/// @param evidence digests of what was looked at, by URI
/// @param passed whether it may
/// @param levels what was established, in SLSA's words or our own
public record PromotionSummary(
        String verifier,
        Instant at,
        String resource,
        String policy,
        Sha256 policyDigest,
        Map<String, Sha256> evidence,
        boolean passed,
        List<String> levels) {
    public static final String PREDICATE_TYPE = "https://slsa.dev/verification_summary/v1";

    public PromotionSummary {
        evidence = Map.copyOf(evidence);
        levels = List.copyOf(levels);
        if (verifier.isBlank() || resource.isBlank() || policy.isBlank()) {
            throw new IllegalArgumentException("a summary names its verifier, its resource and its policy");
        }
    }

    /// @param artifact the digest of what may be promoted
    public InTotoStatement about(String name, Sha256 artifact) {
        return new InTotoStatement(List.of(InTotoStatement.Subject.of(name, artifact)), PREDICATE_TYPE, predicate());
    }

    private Map<String, Object> predicate() {
        var attestations = evidence.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> resource(entry.getKey(), entry.getValue()))
                .toList();
        return Map.of(
                "verifier",
                Map.of("id", verifier),
                "timeVerified",
                at.toString(),
                "resourceUri",
                resource,
                "policy",
                resource(policy, policyDigest),
                "inputAttestations",
                attestations,
                "verificationResult",
                passed ? "PASSED" : "FAILED",
                "verifiedLevels",
                levels,
                "slsaVersion",
                "1.0");
    }

    private static Map<String, Object> resource(String uri, Sha256 digest) {
        return Map.of("uri", uri, "digest", Map.of("sha256", digest.hex()));
    }

    /// Of a statement that was verified; malformed when it is another predicate.
    public static PromotionSummary of(InTotoStatement statement) throws MalformedException {
        if (!statement.predicateType().equals(PREDICATE_TYPE)) {
            throw new MalformedException("not a verification summary but " + statement.predicateType());
        }
        var json = statement.predicate();
        var evidence = new LinkedHashMap<String, Sha256>();
        if (json.containsKey("inputAttestations")) {
            for (var one : Members.list(json, "inputAttestations")) {
                var attestation = Members.object(one, "inputAttestations[]");
                evidence.put(Members.text(attestation, "uri"), digest(attestation));
            }
        }
        var levels = new ArrayList<String>();
        for (var level : Members.list(json, "verifiedLevels")) {
            levels.add(String.valueOf(level));
        }
        var policy = Members.object(json, "policy");
        try {
            return new PromotionSummary(
                    Members.text(Members.object(json, "verifier"), "id"),
                    Instant.parse(Members.text(json, "timeVerified")),
                    Members.text(json, "resourceUri"),
                    Members.text(policy, "uri"),
                    digest(policy),
                    evidence,
                    passed(Members.text(json, "verificationResult")),
                    levels);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedException("a verification summary: " + e.getMessage(), e);
        }
    }

    private static boolean passed(String result) throws MalformedException {
        return switch (result) {
            case "PASSED" -> true;
            case "FAILED" -> false;
            default -> throw new MalformedException("verificationResult is neither PASSED nor FAILED: " + result);
        };
    }

    private static Sha256 digest(Map<String, ?> resource) throws MalformedException {
        try {
            return Sha256.ofHex(Members.text(Members.object(resource, "digest"), "sha256"));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }
}
