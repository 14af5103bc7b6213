package jml.connectors.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import javax.net.ssl.SSLException;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/// Reads what a server sent, and says what kind of failure it is when it is one.
final class Replies {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);
    private static final Pattern LOGIN =
            Pattern.compile("(?i)/(login|signin|sign_in|oauth2?|authorize|auth|sso|saml)(/|$)");
    private static final int KEPT_BYTES = 2048;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final String source;
    private final Limits limits;
    private final InstantSource clock;

    Replies(String source, Limits limits, InstantSource clock) {
        this.source = source;
        this.limits = limits;
        this.clock = clock;
    }

    <T> Reply<T> read(Call call, ReadRequest asked, BodyDecoder<T> decoder) throws SourceException, WayFailedException {
        var request = call.request();
        var asking = clock.instant();
        Response response;
        try {
            response = call.execute();
        } catch (IOException e) {
            throw unanswered(request, e);
        }
        try (response) {
            var skew = skew(response, asking);
            int status = response.code();
            if (asked.tolerated().contains(status)) {
                return new Reply.Done<>(new Answer<>(status, null, words(response, start(response)), skew));
            }
            if (response.isSuccessful()) {
                refusePage(request, response);
                return new Reply.Done<>(new Answer<>(status, decode(call, response, decoder), "", skew));
            }
            if (REDIRECTS.contains(status)) {
                return moved(request, response);
            }
            throw refusal(request, response);
        }
    }

    private <T> T decode(Call call, Response response, BodyDecoder<T> decoder) throws SourceException {
        try {
            var body = response.body();
            if (body.contentLength() > limits.maxBytes()) {
                throw BoundedSource.tooLarge(limits.maxBytes());
            }
            var bounded = Okio.buffer(new BoundedSource(body.source(), limits.maxBytes()));
            return decoder.decode(bounded.inputStream());
        } catch (IOException e) {
            call.cancel(); // closing alone would first read on
            switch (e) {
                case UnreadableException unreadable ->
                    throw failure(Kind.BAD_ANSWER, call.request(), "unreadable answer: " + e.getMessage(), e);
                case InterruptedIOException stalled ->
                    throw failure(Kind.UNREACHABLE, call.request(), "the answer stalled halfway", e);
                default -> throw failure(Kind.BAD_ANSWER, call.request(), broken(e), e);
            }
        }
    }

    private static String broken(IOException e) {
        var reason = String.valueOf(e.getMessage());
        // Okio's words for a head or a checksum that is not gzip's.
        boolean unpacking = e.getCause() instanceof DataFormatException || reason.contains(": actual 0x");
        return unpacking
                ? "the answer is no valid gzip"
                : "the answer was cut off" + (e.getMessage() == null ? "" : ": " + reason);
    }

    private void refusePage(Request request, Response response) throws SourceException {
        var type = contentType(response);
        if (type.contains("json")) {
            return;
        }
        var start = start(response);
        if (ErrorText.isPage(type, start)) {
            var what = "answered " + ErrorText.of(type, start)
                    + " instead of JSON: a sign-in page, or the base URL leads somewhere else";
            throw failure(Kind.SIGN_IN_NEEDED, request, what, null);
        }
    }

    private <T> Reply<T> moved(Request request, Response response) throws SourceException {
        var location = response.header("Location");
        var target = location == null ? null : request.url().resolve(location);
        if (target == null) {
            throw failure(Kind.BAD_ANSWER, request, "redirected to nowhere (" + response.code() + ")", null);
        }
        if (LOGIN.matcher(target.encodedPath()).find()) {
            var where = target.newBuilder().query(null).fragment(null).build();
            throw failure(Kind.SIGN_IN_NEEDED, request, "redirected to a sign-in page, " + where, null);
        }
        return new Reply.Moved<>(target);
    }

    private SourceException refusal(Request request, Response response) throws WayFailedException {
        int status = response.code();
        var start = start(response);
        var words = status + " " + words(response, start);
        var retryAfter = retryAfter(response);
        return switch (status) {
            case 401 -> failure(Kind.SIGN_IN_NEEDED, request, words, null);
            case 407 -> failure(Kind.SIGN_IN_NEEDED, request, "the proxy wants a sign-in: " + words, null);
            case 403 -> failure(Kind.FORBIDDEN, request, words, null);
            case 429 -> limited(request, words, retryAfter);
            default -> {
                if (status == 503 && retryAfter != null) {
                    yield limited(request, words, retryAfter);
                }
                var verdict = failure(Kind.REFUSED, request, words, null);
                // JSON comes from the application, which has decided; anything else from what stands before it.
                if (PASSING.contains(status) && !ErrorText.isJson(start)) {
                    throw new WayFailedException(verdict);
                }
                yield verdict;
            }
        };
    }

    private SourceException limited(Request request, String words, @Nullable Duration retryAfter) {
        return new SourceException(source, Kind.RATE_LIMITED, message(request, words), null, retryAfter);
    }

    private SourceException unanswered(Request request, IOException e) throws WayFailedException {
        var reason = String.valueOf(e.getMessage());
        if (e instanceof SSLException) {
            if (reason.contains("certificate_required") || reason.contains("bad_certificate")) {
                return failure(Kind.SIGN_IN_NEEDED, request, "the server wants a client certificate: " + reason, e);
            }
            if (reason.contains("certificat") || reason.contains("Hostname")) {
                return failure(Kind.MISCONFIGURED, request, "the server's certificate is not trusted: " + reason, e);
            }
        }
        if (e instanceof UnknownHostException) {
            throw new WayFailedException(failure(
                    Kind.UNREACHABLE, request, "unknown host " + request.url().host(), e));
        }
        if (e instanceof InterruptedIOException) {
            return failure(Kind.UNREACHABLE, request, "no answer in time (" + reason + ")", e);
        }
        throw new WayFailedException(failure(Kind.UNREACHABLE, request, "no answer: " + reason, e));
    }

    SourceException failure(Kind kind, Request request, String what, @Nullable Throwable cause) {
        // A cause that quotes a credential would take it to the log.
        boolean telling = cause != null && !quoted(request, String.valueOf(cause.getMessage()));
        return new SourceException(source, kind, message(request, what), telling ? cause : null);
    }

    private static boolean quoted(Request request, String text) {
        return !SentSecrets.with(request).removedFrom(text).equals(text);
    }

    /// The reason comes first: the question behind it may be long.
    private String message(Request request, String what) {
        var said = ErrorText.oneLine(what) + " (" + HttpRequests.name(request) + ")";
        return source + ": " + SentSecrets.with(request).removedFrom(said);
    }

    private static String words(Response response, String start) {
        return SentSecrets.with(response.request()).removedFromStart(ErrorText.of(contentType(response), start));
    }

    private static String contentType(Response response) {
        var type = response.header("Content-Type");
        return type == null ? "" : type;
    }

    /// The first bytes of the body, left unread; as many as came when the rest is cut or stalls.
    private static String start(Response response) {
        var source = response.body().source();
        try {
            source.request(KEPT_BYTES);
        } catch (IOException cut) {
            // What arrived before still tells more than the failure to read the rest of an error.
        }
        var arrived = source.getBuffer();
        return arrived.snapshot((int) Math.min(arrived.size(), KEPT_BYTES)).utf8();
    }

    private @Nullable Duration retryAfter(Response response) {
        var header = response.header("Retry-After");
        if (header == null) {
            return null;
        }
        Duration wait;
        try {
            wait = header.strip().chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private @Nullable Duration skew(Response response, Instant asking) {
        var date = response.headers().getDate("Date");
        if (date == null) {
            return null;
        }
        var halfWay = asking.plus(Duration.between(asking, clock.instant()).dividedBy(2));
        // The header is cut to whole seconds: half a second is its mean error.
        return Duration.between(halfWay, date.toInstant().plusMillis(500));
    }
}
