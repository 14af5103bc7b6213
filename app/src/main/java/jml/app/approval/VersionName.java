package jml.app.approval;

import java.util.Optional;
import java.util.regex.Pattern;

/// A version as the command line names it: `credit-risk@7`.
public record VersionName(String model, String version) {
    private static final Pattern FORM = Pattern.compile("(.+)@([^@/\\\\]+)");

    /// Empty when the text names no version.
    public static Optional<VersionName> of(String text) {
        var named = FORM.matcher(text);
        return named.matches() ? Optional.of(new VersionName(named.group(1), named.group(2))) : Optional.empty();
    }
}
