package jml.connectors.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Request;

/// What went out as a credential with one request. Some servers and proxies say back what they were sent; no message
/// may repeat it. Immutable, and never printed.
public final class SentSecrets {
    static final SentSecrets NONE = new SentSecrets(List.of());

    private static final String INSTEAD = "•••";

    // Anything shorter is found inside ordinary words, so it counts only where it stands alone.
    private static final int LONG_ENOUGH = 6;
    private static final int TELLING = 4;

    private final List<String> forms;

    private SentSecrets(List<String> forms) {
        this.forms = forms;
    }

    static SentSecrets of(Collection<String> values) {
        return new SentSecrets(values.stream()
                .flatMap(SentSecrets::forms)
                .filter(form -> !form.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /// What went out with a request: what it was signed with, or its Authorization header.
    public static SentSecrets with(Request request) {
        var signed = request.tag(SentSecrets.class);
        var header = request.header("Authorization");
        if (signed != null || header == null) {
            return signed == null ? NONE : signed;
        }
        return of(List.of(header.substring(header.indexOf(' ') + 1)));
    }

    // As it was sent, and as a page, a URL or a JSON text would quote it.
    private static Stream<String> forms(String value) {
        var bare = value.strip();
        return Stream.of(
                bare,
                URLEncoder.encode(bare, StandardCharsets.UTF_8),
                bare.replace("\\", "\\\\").replace("\"", "\\\""),
                bare.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
                bare.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"));
    }

    /// The text with each credential replaced.
    String removedFrom(String text) {
        var clean = text;
        for (var form : forms) {
            if (form.length() >= LONG_ENOUGH) {
                clean = clean.replace(form, INSTEAD);
            } else {
                var alone = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(form) + "(?![\\p{L}\\p{N}])");
                clean = alone.matcher(clean).replaceAll(Matcher.quoteReplacement(INSTEAD));
            }
        }
        return clean;
    }

    /// The beginning of a longer text, which may end inside a credential.
    public String removedFromStart(String start) {
        var clean = removedFrom(start);
        for (var form : forms) {
            for (int length = Math.min(form.length() - 1, clean.length()); length >= TELLING; length--) {
                if (clean.endsWith(form.substring(0, length))) {
                    return clean.substring(0, clean.length() - length) + INSTEAD;
                }
            }
        }
        return clean;
    }
}
