package jml.core.fleet.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns a name that a serving system made into the model's: `^(.*)-predictor(-default)?$` to `$1`.
///
/// @param pattern must match the whole name
/// @param replacement as in [java.util.regex.Matcher#replaceFirst(String)]
public record Rewrite(Pattern pattern, String replacement) {
    public static Rewrite of(String regex, String replacement) {
        return new Rewrite(Pattern.compile(regex), replacement);
    }

    /// Null when the pattern does not match or nothing would be left.
    @Nullable
    String apply(String name) {
        var matcher = pattern.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        var rewritten = matcher.replaceFirst(replacement);
        return rewritten.isBlank() ? null : rewritten;
    }
}
