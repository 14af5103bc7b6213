package jml.core.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/// The address a source answers at: `http://host:port/prefix`. Names with an underscore or letters of any alphabet are
/// allowed, since servers inside a cluster have them.
public final class WebAddress {
    private static final Pattern WEB = Pattern.compile("(?i)https?://([^/]*)(/.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("([\\p{L}\\p{N}._-]*|\\[[0-9A-Fa-f:.]+])(?::(.*))?");
    private static final int LAST_PORT = 65_535;

    private WebAddress() {}

    /// Throws an [IllegalArgumentException] that says what is wrong in words for people and quotes nothing: a part of
    /// what was written may be a password.
    public static URI of(String text) {
        if (text.indexOf('@') >= 0 && text.indexOf('@') < pathAt(text)) {
            throw new IllegalArgumentException(
                    "leave user and password out of the address; sign-in has its own fields");
        }
        if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            throw new IllegalArgumentException("an address ends before any ? or #");
        }
        var web = WEB.matcher(text);
        if (!web.matches()) {
            throw new IllegalArgumentException("an address starts with http:// or https://");
        }
        checkServer(web.group(1));
        try {
            return new URI(text);
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException(
                    "the address has a character at " + (unreadable.getIndex() + 1) + " that must be escaped");
        }
    }

    private static int pathAt(String text) {
        int slashes = text.indexOf("//");
        int path = text.indexOf('/', slashes < 0 ? 0 : slashes + 2);
        return path < 0 ? text.length() : path;
    }

    private static void checkServer(String authority) {
        var server = AUTHORITY.matcher(authority);
        if (!server.matches()) {
            throw new IllegalArgumentException("the server's name has a character that no name has");
        }
        if (server.group(1).isEmpty()) {
            throw new IllegalArgumentException("the address names no server");
        }
        var port = server.group(2);
        if (port != null && !(port.matches("\\d{1,5}") && port(port))) {
            throw new IllegalArgumentException("the port must be a number from 1 to " + LAST_PORT);
        }
    }

    private static boolean port(String digits) {
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= LAST_PORT;
    }
}
