package jml.core.approval;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jml.core.signing.DsseEnvelope;
import jml.core.signing.InTotoStatement;
import jml.core.signing.MalformedException;
import jml.core.signing.Members;
import jml.core.signing.Sha256;
import jml.core.signing.SigningKey;

/// A decision about one version, as an in-toto statement about the artifact's digest. What it says is to be believed
/// only after [ApprovalVerification] found it signed by the approver's own trusted key.
///
/// @param model, version for people: the digest decides
/// @param approver who decided, as the trusted keys name them
/// @param reason never blank
/// @param exception what was taken on and until when; there exactly for [Decision#APPROVE_WITH_EXCEPTION]
/// @param bypass true when the four eyes were passed over, by someone who may
public record Approval(
        Decision decision,
        String model,
        String version,
        Binding binding,
        String approver,
        String reason,
        Instant decidedAt,
        Optional<ExceptionTerms> exception,
        boolean bypass) {
    public static final String PREDICATE_TYPE = "https://jml-console/approval/v1";

    public enum Decision {
        APPROVE("approve"),
        REJECT("reject"),
        /// Approved in spite of rules that deny or warn, until a day.
        APPROVE_WITH_EXCEPTION("approve-with-exception"),
        /// No person looked: a rule says that none need.
        PASS_BY_POLICY("pass-by-policy");

        private final String word;

        Decision(String word) {
            this.word = word;
        }

        /// As the statement writes it.
        public String word() {
            return word;
        }

        boolean allows() {
            return this != REJECT;
        }
    }

    /// @param rules ids of the rules that were taken on
    /// @param owner who answers for it; never blank
    /// @param endsAt after which the version counts as not approved
    public record ExceptionTerms(List<String> rules, String owner, Instant endsAt) {
        public ExceptionTerms {
            rules = List.copyOf(rules);
            if (rules.isEmpty() || owner.isBlank()) {
                throw new IllegalArgumentException("an exception names its rules and its owner");
            }
        }
    }

    public Approval {
        if (approver.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a decision needs a person and a reason");
        }
        if ((decision == Decision.APPROVE_WITH_EXCEPTION) != exception.isPresent()) {
            throw new IllegalArgumentException("an exception's terms belong to an exception");
        }
        if (exception.isPresent() && !exception.get().endsAt().isAfter(decidedAt)) {
            throw new IllegalArgumentException("an exception that has ended when it is made");
        }
    }

    public InTotoStatement statement() {
        var subject = InTotoStatement.Subject.of(model + "@" + version, binding.artifact());
        return new InTotoStatement(List.of(subject), PREDICATE_TYPE, predicate());
    }

    public DsseEnvelope sign(SigningKey key) {
        return statement().sign(key);
    }

    private Map<String, Object> predicate() {
        var map = new TreeMap<String, Object>();
        map.put("decision", decision.word());
        map.put("model", model);
        map.put("version", version);
        map.put("evidence", Map.of("digest", Map.of("sha256", binding.evidence().hex())));
        map.put(
                "scope",
                Map.of(
                        "environment",
                        binding.scope().environment(),
                        "weight",
                        binding.scope().weight()));
        map.put("approver", approver);
        map.put("reason", reason);
        map.put("decidedAt", decidedAt.toString());
        map.put("bypass", bypass);
        exception.ifPresent(terms -> map.put(
                "exception",
                Map.of(
                        "rules",
                        terms.rules(),
                        "owner",
                        terms.owner(),
                        "endsAt",
                        terms.endsAt().toString())));
        return map;
    }

    /// Of a statement that was verified; malformed when it is another predicate or misses a member.
    public static Approval of(InTotoStatement statement) throws MalformedException {
        if (!statement.predicateType().equals(PREDICATE_TYPE)) {
            throw new MalformedException("not an approval but " + statement.predicateType());
        }
        if (statement.subjects().size() != 1) {
            throw new MalformedException("an approval is about one artifact");
        }
        var json = statement.predicate();
        var digests = statement.subjects().getFirst().digests();
        var evidence = Members.object(Members.object(json, "evidence"), "digest");
        var scope = Members.object(json, "scope");
        try {
            return new Approval(
                    decision(Members.text(json, "decision")),
                    Members.text(json, "model"),
                    Members.text(json, "version"),
                    new Binding(
                            Sha256.ofHex(digests.getOrDefault("sha256", "")),
                            Sha256.ofHex(Members.text(evidence, "sha256")),
                            new Scope(Members.text(scope, "environment"), whole(scope, "weight"))),
                    Members.text(json, "approver"),
                    Members.text(json, "reason"),
                    Instant.parse(Members.text(json, "decidedAt")),
                    exception(json),
                    truth(json, "bypass"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedException("an approval: " + e.getMessage(), e);
        }
    }

    private static Decision decision(String word) throws MalformedException {
        for (var decision : Decision.values()) {
            if (decision.word().equals(word)) {
                return decision;
            }
        }
        throw new MalformedException("decision is " + word);
    }

    private static Optional<ExceptionTerms> exception(Map<String, Object> json) throws MalformedException {
        if (!json.containsKey("exception")) {
            return Optional.empty();
        }
        var terms = Members.object(json, "exception");
        var rules = new ArrayList<String>();
        for (var rule : Members.list(terms, "rules")) {
            rules.add(String.valueOf(rule));
        }
        return Optional.of(
                new ExceptionTerms(rules, Members.text(terms, "owner"), Instant.parse(Members.text(terms, "endsAt"))));
    }

    private static int whole(Map<String, Object> json, String name) throws MalformedException {
        if (json.get(name) instanceof Number number && number.doubleValue() == number.intValue()) {
            return number.intValue();
        }
        throw new MalformedException(name + " is not a whole number");
    }

    private static boolean truth(Map<String, Object> json, String name) throws MalformedException {
        if (json.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw new MalformedException(name + " is neither true nor false");
    }
}
