package jml.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A rule that holds alerts back for a while.
public record Silence(
        String id,
        State state,
        List<Matcher> matchers,
        Instant startsAt,
        Instant endsAt,
        String createdBy,
        String comment) {

    public enum State {
        PENDING,
        ACTIVE,
        EXPIRED
    }

    /// One condition on one label; a missing label counts as an empty value. A regular expression is anchored, and
    /// one that Java cannot read (the sources' own dialect differs in corners) matches nothing.
    public record Matcher(String name, String value, boolean regex, boolean equal) {
        public boolean matches(Map<String, String> labels) {
            var actual = labels.getOrDefault(name, "");
            if (!regex) {
                return value.equals(actual) == equal;
            }
            try {
                return Pattern.matches(value, actual) == equal;
            } catch (PatternSyntaxException unreadable) {
                return false;
            }
        }
    }

    public Silence {
        matchers = List.copyOf(matchers);
    }

    /// True when every matcher holds for these labels, whatever the silence's state.
    public boolean covers(Map<String, String> labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }
}
