package jml.connectors.opa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.connectors.http.ReadRequest;
import jml.core.policy.Policy;
import jml.core.policy.PolicyDecision;
import jml.core.policy.PolicyEngine;
import jml.core.policy.PolicyInput;
import jml.core.policy.RuleResult;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;

/// Rules kept in an Open Policy Agent: `POST v1/data/PATH` with the input's sections, and its instant as `at`.
///
/// The answer is a boolean, or `{"allow": boolean, "rules": [{id, title, severity, outcome, reason, values, remedy}]}`
/// with the words of [Policy.Severity] and [RuleResult.Outcome] (docs/policies.md). Whatever else comes back, or
/// nothing, is an exception: ask through [jml.core.policy.PolicyGate], which then allows nothing.
public final class OpaPolicyEngine implements PolicyEngine {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Limits LIMITS = Limits.standard()
            .withTimeouts(LONGEST, LONGEST, LONGEST)
            .withMaxBytes(4 << 20)
            .withRetries(0);

    private final JsonHttp http;
    private final String path;

    /// @param path of the rule, without a slash at either end: `jml/release`
    OpaPolicyEngine(JsonHttp http, String path) {
        this.http = http;
        this.path = path;
    }

    /// An engine that has two seconds to answer.
    ///
    /// @param url of the server, which `v1/data` stands under
    /// @throws SourceException when that is no address
    public static OpaPolicyEngine at(String url, String path, Access access) throws SourceException {
        return new OpaPolicyEngine(JsonHttp.open("OPA", url, access, LIMITS), path);
    }

    @Override
    public String describe() {
        return "OPA, " + path;
    }

    @Override
    public PolicyDecision decide(PolicyInput input) throws SourceException, InterruptedException {
        var document = new LinkedHashMap<String, Object>(input.sections());
        document.put("at", input.at().toString());
        var segments = Stream.concat(Stream.of("v1", "data"), Arrays.stream(path.split("/")));
        var request = ReadRequest.postJson(Map.of("input", document), segments.toArray(String[]::new));
        var result = http.tree(request).path("result");
        return new PolicyDecision(describe(), null, input.at(), results(result), "");
    }

    private List<RuleResult> results(JsonNode result) throws SourceException {
        if (result.isMissingNode()) {
            throw new SourceException(
                    http.source(), Kind.MISCONFIGURED, "no rule at " + path + " has a value for this input");
        }
        var allow = result.isBoolean() ? result : result.path("allow");
        if (!allow.isBoolean()) {
            throw bad("allow is " + (allow.isMissingNode() ? "missing" : "no boolean"));
        }
        var results = new ArrayList<RuleResult>();
        for (var rule : result.path("rules")) {
            results.add(rule(rule, "rules[" + results.size() + "]."));
        }
        if (results.isEmpty() || (!allow.booleanValue() && results.stream().noneMatch(RuleResult::denies))) {
            results.add(whole(allow.booleanValue()));
        }
        return results;
    }

    // What the answer as a whole says, where no rule of it says so.
    private RuleResult whole(boolean allowed) {
        return new RuleResult(
                path,
                "Allowed by " + describe(),
                Policy.Severity.DENY,
                allowed ? RuleResult.Outcome.PASSED : RuleResult.Outcome.FAILED,
                allowed ? "" : "It does not allow this, and names no rule.",
                List.of(),
                allowed ? "" : "Ask who keeps the rules of " + path + ".");
    }

    private RuleResult rule(JsonNode rule, String at) throws SourceException {
        var outcome = word(RuleResult.Outcome.class, rule, at, "outcome");
        boolean wrong = outcome != RuleResult.Outcome.PASSED && outcome != RuleResult.Outcome.NOT_APPLICABLE;
        var id = text(rule, at, "id");
        return new RuleResult(
                id,
                rule.path("title").asText(id),
                word(Policy.Severity.class, rule, at, "severity"),
                outcome,
                wrong ? text(rule, at, "reason") : "",
                rule.path("values").properties().stream()
                        .map(value -> new RuleResult.Value(
                                value.getKey(),
                                value.getValue().asText(value.getValue().toString())))
                        .toList(),
                wrong ? rule.path("remedy").asText("") : "");
    }

    private String text(JsonNode rule, String at, String member) throws SourceException {
        if (!rule.path(member).isTextual() || rule.path(member).textValue().isBlank()) {
            throw bad(at + member + " is no text");
        }
        return rule.path(member).textValue();
    }

    private <E extends Enum<E>> E word(Class<E> type, JsonNode rule, String at, String member) throws SourceException {
        var word = text(rule, at, member);
        for (var constant : type.getEnumConstants()) {
            // Only people except a rule, by what they sign.
            if (constant != RuleResult.Outcome.EXCEPTED
                    && constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw bad(at + member + " is not known: " + word);
    }

    private SourceException bad(String what) {
        return new SourceException(
                http.source(), Kind.BAD_ANSWER, "the answer at " + path + " cannot be used: " + what);
    }
}
