package jml.core.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A rule ready to be asked.
final class CompiledPolicy {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][\\w.]*)}");

    private final Policy policy;
    private final CelExpression applies;
    private final CelExpression check;

    private CompiledPolicy(Policy policy, CelExpression applies, CelExpression check) {
        this.policy = policy;
        this.applies = applies;
        this.check = check;
    }

    static CompiledPolicy of(Policy policy) throws PolicyException {
        return new CompiledPolicy(
                policy,
                CelExpression.of(policy.id(), "applies", policy.applies()),
                CelExpression.of(policy.id(), "check", policy.check()));
    }

    RuleResult ask(PolicyInput input) {
        try {
            if (!applies.holds(input)) {
                return result(input, RuleResult.Outcome.NOT_APPLICABLE, "", "");
            }
            return check.holds(input)
                    ? result(input, RuleResult.Outcome.PASSED, "", "")
                    : result(
                            input,
                            RuleResult.Outcome.FAILED,
                            filled(policy.reason(), input),
                            filled(policy.remedy(), input));
        } catch (CelExpression.UnansweredException e) {
            return result(input, RuleResult.Outcome.UNANSWERED, unanswered(input, e), filled(policy.remedy(), input));
        }
    }

    private String unanswered(PolicyInput input, CelExpression.UnansweredException wrong) {
        var missing = paths().stream()
                .filter(path -> CelExpression.value(input, path) == null)
                .toList();
        return missing.isEmpty()
                ? "The rule cannot be applied: " + wrong.getMessage() + "."
                : String.join(", ", missing) + (missing.size() == 1 ? " is" : " are") + " not known.";
    }

    private List<String> paths() {
        var paths = new LinkedHashSet<>(check.paths());
        paths.addAll(applies.paths());
        return List.copyOf(paths);
    }

    private RuleResult result(PolicyInput input, RuleResult.Outcome outcome, String reason, String remedy) {
        var values = check.paths().stream()
                .map(path -> new RuleResult.Value(path, text(input, path)))
                .toList();
        return new RuleResult(policy.id(), policy.title(), policy.severity(), outcome, reason, values, remedy);
    }

    private static String filled(String template, PolicyInput input) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(text(input, place.group(1))));
    }

    private static String text(PolicyInput input, String path) {
        var value = CelExpression.value(input, path);
        return switch (value) {
            case null -> "not known";
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> String.format(Locale.ROOT, "%.0f", number);
            case List<?> list ->
                list.isEmpty()
                        ? "none"
                        : String.join(", ", list.stream().map(String::valueOf).toList());
            default -> String.valueOf(value);
        };
    }
}
