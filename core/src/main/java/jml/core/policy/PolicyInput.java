package jml.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jml.core.model.Environment;
import org.jspecify.annotations.Nullable;

/// What rules may read about a release and the act that is wished: the document that every [PolicyEngine] gets, made
/// of maps, lists, texts, numbers (days and percent are plain numbers) and booleans. What is not known is left out, so
/// that a rule that reads it has no answer. docs/policies.md lists the members.
///
/// @param at the instant that it describes
/// @param sections by [#NAMES]; one that nothing is known of is an empty map
public record PolicyInput(Instant at, Map<String, Map<String, Object>> sections) {
    /// The variables of a rule.
    public static final List<String> NAMES = List.of(
            "act",
            "model",
            "version",
            "environment",
            "judge",
            "signature",
            "approvals",
            "checklist",
            "card",
            "build",
            "lineage",
            "budget",
            "rollback",
            "serving",
            "incidents");

    public PolicyInput {
        var copy = new LinkedHashMap<String, Map<String, Object>>();
        for (var name : NAMES) {
            var members = new TreeMap<String, Object>();
            sections.getOrDefault(name, Map.of()).forEach((member, value) -> members.put(member, widened(value)));
            copy.put(name, Collections.unmodifiableMap(members));
        }
        if (!copy.keySet().containsAll(sections.keySet())) {
            throw new IllegalArgumentException("rules know " + NAMES + ", not all of " + sections.keySet());
        }
        sections = Collections.unmodifiableMap(copy);
    }

    // CEL knows whole numbers of 64 bits only.
    private static Object widened(Object value) {
        return switch (value) {
            case Integer whole -> whole.longValue();
            case Float decimal -> decimal.doubleValue();
            case List<?> list -> list.stream().map(PolicyInput::widened).toList();
            default -> value;
        };
    }

    /// Collects what is known; null means not known.
    public static Builder at(Instant at) {
        return new Builder(at);
    }

    /// See [PolicyInput].
    public static final class Builder {
        private final Instant at;
        private final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();

        private Builder(Instant at) {
            this.at = at;
        }

        /// @param purpose the act's, as the code names it: PROMOTE
        /// @param takesTraffic true when a version gets traffic that it did not have
        /// @param weight percent of traffic that it has afterwards
        public Builder act(String purpose, boolean takesTraffic, @Nullable Integer weight, String actor) {
            return put("act", "purpose", purpose)
                    .put("act", "takesTraffic", takesTraffic)
                    .put("act", "weight", weight)
                    .put("act", "actor", actor);
        }

        public Builder environment(Environment environment) {
            return put("environment", "name", environment.name())
                    .put("environment", "stage", environment.stage().name());
        }

        /// @param tier of risk: 1 is the highest, 3 the lowest
        public Builder model(String name, @Nullable String owner, @Nullable Integer tier) {
            return put("model", "name", name).put("model", "owner", owner).put("model", "tier", tier);
        }

        /// @param digest SHA-256 of the artifact in hex
        /// @param author who made it
        public Builder version(
                String name, @Nullable String digest, @Nullable String author, @Nullable Instant madeAt) {
            return put("version", "name", name)
                    .put("version", "digest", digest)
                    .put("version", "author", author)
                    .put("version", "ageDays", days(madeAt));
        }

        /// @param verdict PROMOTE, ROLLBACK, CONTINUE, INCONCLUSIVE or INVALID
        /// @param decisions events counted in both arms
        public Builder judge(String verdict, long decisions, long minutes, String ruling) {
            return put("judge", "verdict", verdict)
                    .put("judge", "decisions", decisions)
                    .put("judge", "minutes", minutes)
                    .put("judge", "ruling", ruling);
        }

        /// @param status valid, unsigned, unknown or broken
        public Builder signature(String status, @Nullable String signer) {
            return put("signature", "status", status).put("signature", "signer", signer);
        }

        /// @param people who approved and whose approval counts
        public Builder approvals(List<String> people, int needed, boolean rejected) {
            return put("approvals", "people", List.copyOf(people))
                    .put("approvals", "count", people.size())
                    .put("approvals", "needed", needed)
                    .put("approvals", "rejected", rejected);
        }

        /// @param row id of a checklist's row: `runbook`
        /// @param status done, attached, waived or open
        public Builder checklist(String row, String status) {
            return put("checklist", row, status.toLowerCase(Locale.ROOT));
        }

        public Builder card(@Nullable Instant changedAt, @Nullable String intendedUse, @Nullable Instant dataSheetAt) {
            return put("card", "ageDays", days(changedAt))
                    .put("card", "intendedUse", intendedUse)
                    .put("card", "dataSheetAgeDays", days(dataSheetAt));
        }

        /// @param tests passed, failed or running
        public Builder build(@Nullable String result, @Nullable String tests) {
            return put("build", "result", result).put("build", "tests", tests);
        }

        public Builder lineage(@Nullable Integer gaps) {
            return put("lineage", "gaps", gaps);
        }

        /// @param remaining percent of the error budget that is left
        public Builder budget(@Nullable Double remaining) {
            return put("budget", "remainingPercent", remaining);
        }

        /// @param served whether that version ever served
        public Builder rollback(@Nullable String version, @Nullable Boolean served, @Nullable Instant rehearsedAt) {
            return put("rollback", "version", version)
                    .put("rollback", "served", served)
                    .put("rollback", "rehearsedDaysAgo", days(rehearsedAt));
        }

        public Builder serving(@Nullable String version, @Nullable Boolean contractChanges) {
            return put("serving", "version", version).put("serving", "contractChanges", contractChanges);
        }

        public Builder incidents(@Nullable Integer open) {
            return put("incidents", "open", open);
        }

        public PolicyInput build() {
            return new PolicyInput(at, sections);
        }

        private @Nullable Long days(@Nullable Instant then) {
            return then == null ? null : Duration.between(then, at).toDays();
        }

        private Builder put(String section, String member, @Nullable Object value) {
            if (value != null) {
                sections.computeIfAbsent(section, _ -> new TreeMap<>()).put(member, value);
            }
            return this;
        }
    }

    /// This input with other members: what a policy's test does. A null value takes a member away.
    ///
    /// @throws IllegalArgumentException when a section is unknown or not an object
    static PolicyInput with(Instant at, Map<String, ?> base, Map<String, ?> changes) {
        var sections = new LinkedHashMap<String, Map<String, Object>>();
        for (var document : new ArrayList<Map<String, ?>>(List.of(base, changes))) {
            document.forEach((name, section) -> {
                if (!(section instanceof Map<?, ?> members)) {
                    throw new IllegalArgumentException(name + " is not an object");
                }
                var known = sections.computeIfAbsent(name, _ -> new TreeMap<>());
                members.forEach((member, value) -> {
                    if (value == null) {
                        known.remove(String.valueOf(member));
                    } else {
                        known.put(String.valueOf(member), value);
                    }
                });
            });
        }
        return new PolicyInput(at, sections);
    }
}
