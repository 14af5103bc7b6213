package jml.connectors.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jml.core.policy.Policy;
import jml.core.policy.PolicyPack;
import jml.core.policy.RuleResult;
import org.jspecify.annotations.Nullable;

/// Rules as YAML keeps them (docs/policies.md).
public final class PolicyFile {
    private static final String BUILT_IN = "/jml/policies/mission-checklists.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PolicyFile() {}

    record WirePack(
            @Nullable String pack,
            @Nullable Map<String, Object> base,
            @Nullable String applies,
            @Nullable List<WirePolicy> policies) {}

    record WirePolicy(
            @Nullable String id,
            @Nullable String title,
            @Nullable String applies,
            @Nullable String check,
            @Nullable String reason,
            @Nullable String remedy,
            @Nullable String severity,
            @Nullable List<WireCase> cases) {}

    record WireCase(
            @Nullable String name,
            @Nullable Map<String, Object> input,
            @Nullable String expect) {}

    /// The rules that come with the console: the mission's checklists.
    public static PolicyPack builtIn() {
        try (var stream = PolicyFile.class.getResourceAsStream(BUILT_IN)) {
            if (stream == null) {
                throw new IllegalStateException("the console's own rules are missing: " + BUILT_IN);
            }
            return parse(BUILT_IN, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PolicyFileException e) {
            throw new IllegalStateException("the console's own rules are broken", e);
        }
    }

    public static PolicyPack read(Path file) throws PolicyFileException {
        try {
            return parse(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw new PolicyFileException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// @param file for complaints
    public static PolicyPack parse(String file, String yaml) throws PolicyFileException {
        try {
            var wire = YAML.readValue(yaml, WirePack.class);
            if (wire == null) {
                throw new IllegalArgumentException("is empty");
            }
            var applies = wire.applies() == null ? "true" : wire.applies();
            var policies = given(wire.policies()).stream()
                    .map(one -> policy(one, applies))
                    .toList();
            if (policies.isEmpty()) {
                throw new IllegalArgumentException("policies is empty");
            }
            return new PolicyPack(
                    required(wire.pack(), "pack"), wire.base() == null ? Map.of() : wire.base(), policies);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? "" : " line " + at.getLineNr();
            var path = e instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
            throw new PolicyFileException(
                    file + place + ": " + e.getOriginalMessage() + (path.isEmpty() ? "" : " (" + path + ")"), e);
        } catch (IllegalArgumentException e) {
            throw new PolicyFileException(file + ": " + e.getMessage(), e);
        }
    }

    private static Policy policy(WirePolicy wire, String appliesOtherwise) {
        var id = required(wire.id(), "policies[].id");
        return new Policy(
                id,
                required(wire.title(), id + ".title"),
                wire.applies() == null ? appliesOtherwise : wire.applies(),
                required(wire.check(), id + ".check"),
                required(wire.reason(), id + ".reason"),
                wire.remedy() == null ? "" : wire.remedy(),
                oneOf(Policy.Severity.class, wire.severity(), id + ".severity"),
                given(wire.cases()).stream().map(one -> test(one, id)).toList());
    }

    private static Policy.Case test(WireCase wire, String id) {
        return new Policy.Case(
                required(wire.name(), id + ".cases[].name"),
                wire.input() == null ? Map.of() : wire.input(),
                oneOf(RuleResult.Outcome.class, wire.expect(), id + ".cases[].expect"));
    }

    private static <E extends Enum<E>> E oneOf(Class<E> words, @Nullable String text, String field) {
        var word = required(text, field).toUpperCase(Locale.ROOT);
        for (var constant : words.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(field + " is " + text + ", not one of " + List.of(words.getEnumConstants()));
    }

    private static String required(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
