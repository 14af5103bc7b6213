package jml.connectors.preset;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes out the short forms a preset file may use, so that only what [jml.core.metric.MetricPreset] knows is left.
///
/// `${name}` is a fragment of the same file. `$count(selector)` is the exact growth of a counter over the window: the
/// difference of two samples, not a rate's extrapolation, so that adjoining windows add up to the whole. After a reset
/// it is what the counter has reached since; a series without an earlier sample does not count yet, because nobody can
/// tell whether it is new or was not watched.
final class PromQlTemplate {
    private static final Pattern FRAGMENT = Pattern.compile("\\$\\{([a-z_]+)}");
    private static final Pattern UNKNOWN = Pattern.compile("\\$(?!by\\b|w\\b|seconds\\b|sel\\b|own\\b|\\d)");
    private static final String COUNT = "$count(";
    private static final int MOST_ROUNDS = 5;

    private PromQlTemplate() {}

    /// @return the template, or why it is none
    static String expand(String written, Map<String, String> fragments) throws NotATemplateException {
        var text = oneLine(written);
        for (int round = 0; FRAGMENT.matcher(text).find(); round++) {
            if (round == MOST_ROUNDS) {
                throw new NotATemplateException("its fragments name each other in a circle");
            }
            text = withFragments(text, fragments);
        }
        text = withCounts(text);
        requireSound(text);
        return text;
    }

    private static String withFragments(String text, Map<String, String> fragments) throws NotATemplateException {
        var whole = new StringBuilder();
        var found = FRAGMENT.matcher(text);
        while (found.find()) {
            var fragment = fragments.get(found.group(1));
            if (fragment == null) {
                throw new NotATemplateException("there is no fragment " + found.group(1));
            }
            found.appendReplacement(whole, java.util.regex.Matcher.quoteReplacement(oneLine(fragment)));
        }
        return found.appendTail(whole).toString();
    }

    private static String withCounts(String text) throws NotATemplateException {
        var whole = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf(COUNT); at >= 0; at = text.indexOf(COUNT, done)) {
            int start = at + COUNT.length();
            int end = closing(text, start);
            whole.append(text, done, at).append(counted(text.substring(start, end)));
            done = end + 1;
        }
        return whole.append(text, done, text.length()).toString();
    }

    private static String counted(String selector) {
        var now = "last_over_time(" + selector + "[$w])";
        var grown = now + " - last_over_time(" + selector + "[5m] offset $w)";
        return "(" + grown + " >= 0 or (" + now + " and " + grown + " < 0))";
    }

    /// Index of the parenthesis that closes the one before `start`.
    private static int closing(String text, int start) throws NotATemplateException {
        int open = 1;
        boolean quoted = false;
        for (int at = start; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '\\' -> at += quoted ? 1 : 0;
                case '"' -> quoted = !quoted;
                case '(' -> open += quoted ? 0 : 1;
                case ')' -> open -= quoted ? 0 : 1;
                default -> {}
            }
            if (open == 0) {
                return at;
            }
        }
        throw new NotATemplateException("a parenthesis is not closed");
    }

    private static void requireSound(String text) throws NotATemplateException {
        var unknown = UNKNOWN.matcher(text);
        if (unknown.find()) {
            var rest = text.substring(unknown.start());
            throw new NotATemplateException("nothing is known as " + rest.split("[^$\\w{]", 2)[0]
                    + "; there are $by, $w, $seconds, $sel, $own, $count(…) and ${fragment}");
        }
        for (var needed : Set.of("$by", "$sel")) {
            if (!text.contains(needed)) {
                throw new NotATemplateException("lacks " + needed);
            }
        }
        if (closing(text + ")", 0) != text.length()) {
            throw new NotATemplateException("a parenthesis is closed that was not opened");
        }
    }

    // Line breaks are for the reader of the file; no PromQL string has one.
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /// The message completes "this template …".
    static final class NotATemplateException extends Exception {
        private static final long serialVersionUID = 1;

        NotATemplateException(String message) {
            super(message);
        }
    }
}
