package jml.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

    /// One condition on one label; a missing label counts as an empty value. A regular expression is anchored.
    public record Matcher(String name, String value, boolean regex, boolean equal) {
        public boolean matches(Map<String, String> labels) {
            var actual = labels.getOrDefault(name, "");
            boolean hit = regex ? Pattern.matches(value, actual) : value.equals(actual);
            return hit == equal;
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
