package jml.connectors.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Makes one readable line of an error body, whatever kind it is: a JSON envelope, a bare JSON string, text or a
/// web page.
final class ErrorText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS =
            List.of("errorType", "error_code", "error", "message", "detail", "reason");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private ErrorText() {}

    static String of(String contentType, String body) {
        var text = body.strip();
        if (isPage(contentType, text)) {
            var title = TITLE.matcher(text);
            return "a web page" + (title.find() ? " titled \"" + oneLine(title.group(1)) + "\"" : "");
        }
        if (isJson(text)) {
            try {
                return oneLine(ofJson(JSON.readTree(text)));
            } catch (JsonProcessingException notJson) {
                return oneLine(text);
            }
        }
        return oneLine(text);
    }

    /// Says that the application itself answered, not a proxy in front of it.
    static boolean isJson(String body) {
        var text = body.stripLeading();
        return text.startsWith("{") || text.startsWith("\"");
    }

    /// Some servers say text/html of a plain word: what is no markup is no page.
    static boolean isPage(String contentType, String body) {
        var text = body.stripLeading();
        return text.startsWith("<")
                && (contentType.startsWith("text/html")
                        || contentType.startsWith("application/xhtml")
                        || text.regionMatches(true, 0, "<!doctype html", 0, 14)
                        || text.regionMatches(true, 0, "<html", 0, 5));
    }

    private static String ofJson(JsonNode json) {
        if (json.isTextual()) {
            return json.textValue();
        }
        var words = new StringJoiner(": ");
        for (var name : WORDS) {
            var value = json.path(name);
            if (value.isTextual() && !value.textValue().isBlank()) {
                words.add(value.textValue());
            }
        }
        // Written anew, because escapes would hide a credential from whoever takes it out.
        return words.length() == 0 ? json.toString() : words.toString();
    }

    /// Control and direction characters become spaces: the text goes to logs and screens.
    static String oneLine(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }
}
