package jml.core.source;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An outside system did not give an answer the console can use.
///
/// The message is for the log and the source's details: it names the request and the field at
/// fault, never a credential. What an operator should do follows from [#kind()] alone.
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1;

    /// What an operator can do about it; a constant exists only where the advice differs.
    public enum Kind {
        /// No answer: refused, timed out, cut, DNS. The server or the way to it is down.
        UNREACHABLE("no answer"),
        /// Signed out, expired, or a login page came back. The operator has to sign in.
        SIGN_IN_NEEDED("sign in"),
        /// The server knows who asks and says no; the message names the right that is missing.
        FORBIDDEN("forbidden"),
        /// Too many requests; [SourceException#retryAfter()] says when to come back.
        RATE_LIMITED("rate limited"),
        /// The server answered that it failed (5xx) or that the question is wrong (4xx).
        REFUSED("refused"),
        /// An answer that cannot be read: cut off, HTML, wrong type, too large.
        BAD_ANSWER("bad answer"),
        /// The profile asks for something that does not exist: a context, a file, a secret.
        MISCONFIGURED("not set"),
        /// The fault is the console's own.
        CONSOLE_BUG("console fault");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The reason in a word or two, in the middle of a sentence: "no answer".
        public String word() {
            return word;
        }
    }

    private final String source;
    private final Kind kind;
    private final @Nullable Duration retryAfter;

    public SourceException(String source, Kind kind, String message) {
        this(source, kind, message, null, null);
    }

    public SourceException(String source, Kind kind, String message, @Nullable Throwable cause) {
        this(source, kind, message, cause, null);
    }

    public SourceException(
            String source, Kind kind, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(message, cause);
        this.source = source;
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /// Name of the source as the profile gives it.
    public String source() {
        return source;
    }

    public Kind kind() {
        return kind;
    }

    /// How long the server asked us to wait; empty when it did not say.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
