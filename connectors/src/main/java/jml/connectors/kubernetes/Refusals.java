package jml.connectors.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;

/// What an answer that is no answer means.
final class Refusals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusals() {}

    /// Returns only when the body is JSON of a success.
    static void check(String source, String path, OpenAnswer answer, String hint)
            throws SourceException, Absent, Expired, IOException {
        int status = answer.status();
        var type = answer.header("Content-Type").toLowerCase(Locale.ROOT);
        if (status < 300 && !type.startsWith("text/html")) {
            return;
        }
        if (type.startsWith("text/html") && status < 500) {
            throw new SourceException(
                    source,
                    Kind.SIGN_IN_NEEDED,
                    path + ": a web page came back instead of JSON, as a login does; " + hint);
        }
        var words = words(answer, answer.start());
        switch (status) {
            case 404 -> throw new Absent(words);
            case 410 -> throw new Expired(words);
            case 429 ->
                throw new SourceException(
                        source,
                        Kind.RATE_LIMITED,
                        path + " -> HTTP 429" + words,
                        null,
                        retryAfter(answer.header("Retry-After")));
            case 401 ->
                throw new SourceException(source, Kind.SIGN_IN_NEEDED, path + " -> HTTP 401" + words + "; " + hint);
            case 403 -> throw new SourceException(source, Kind.FORBIDDEN, path + " -> HTTP 403" + words);
            default -> throw new SourceException(source, Kind.REFUSED, path + " -> HTTP " + status + words);
        }
    }

    /// The same for an ERROR event of a watch, which carries a Status.
    static void raise(String source, String path, JsonNode status, OpenAnswer answer) throws SourceException, Expired {
        var words = answer.withoutSecrets(status.path("message").asText(""));
        if (status.path("code").asInt() == 410 || status.path("reason").asText().equals("Expired")) {
            throw new Expired(words);
        }
        throw new SourceException(source, Kind.REFUSED, path + " ended with an error: " + words);
    }

    // A Status object's message, else the text as it came; never much of it.
    private static String words(OpenAnswer answer, String body) {
        var text = body;
        try {
            var message = JSON.readTree(body).path("message").asText("");
            text = message.isEmpty() ? body : message;
        } catch (JsonProcessingException e) {
            // Plain text, or JSON beyond the part that was read: shown as it is.
        }
        // Before it is cut, and after JSON's escapes are read: both would hide a credential.
        text = answer.withoutSecrets(text).strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return "";
        }
        return ": " + (text.length() > 500 ? text.substring(0, 500) : text);
    }

    private static @Nullable Duration retryAfter(String header) {
        try {
            return header.isEmpty() ? null : Duration.ofSeconds(Long.parseLong(header.strip()));
        } catch (NumberFormatException e) {
            return null; // Kubernetes sends seconds; a date comes from something in between
        }
    }
}
