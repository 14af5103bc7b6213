package jml.core.alert;

import java.util.List;
import java.util.Map;
import jml.core.alert.Alert.Severity;
import jml.core.alert.Silence.Matcher;

/// Which alerts wake a person, decided from their labels. The first rule that holds decides; an alert that no rule
/// knows is a ticket, so that a word nobody thought of is still seen.
public record SeverityRules(List<Rule> rules) {
    /// What most teams write: `severity` page or critical, in any case.
    public static final SeverityRules USUAL = new SeverityRules(
            List.of(new Rule(List.of(new Matcher("severity", "(?i)page|critical", true, true)), Severity.PAGE)));

    /// Holds when every matcher does; without matchers it always holds.
    public record Rule(List<Matcher> matchers, Severity severity) {
        public Rule {
            matchers = List.copyOf(matchers);
        }

        boolean holds(Map<String, String> labels) {
            return matchers.stream().allMatch(matcher -> matcher.matches(labels));
        }
    }

    public SeverityRules {
        rules = List.copyOf(rules);
    }

    public Severity of(Map<String, String> labels) {
        return rules.stream()
                .filter(rule -> rule.holds(labels))
                .findFirst()
                .map(Rule::severity)
                .orElse(Severity.TICKET);
    }
}
