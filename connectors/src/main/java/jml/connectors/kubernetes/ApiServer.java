package jml.connectors.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// The one way to speak to the API server. Calls block; interrupting the thread cancels the call. The sign-in is
/// made at the first call and again after the server has refused it, so that whoever signs in anew is heard.
final class ApiServer implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    // A page of 500 pods is about 5 MB.
    private static final long MAX_BYTES = 64L << 20;

    private final String source;
    private final ClusterLogin login;
    private final Duration timeout;
    private final OneAttempt signIn = new OneAttempt();
    private volatile @Nullable Session session;
    private boolean closed;

    ApiServer(ClusterSettings settings, ClusterLogin login) {
        this.source = settings.source();
        this.login = login;
        this.timeout = settings.timeout();
    }

    String source() {
        return source;
    }

    /// The namespace the sign-in names; empty when it names none.
    String ownNamespace() throws SourceException, InterruptedException {
        return session().namespace();
    }

    /// As the server writes it: "v1.36.3".
    String version() throws SourceException, InterruptedException {
        try {
            return get("version", Map.of()).path("gitVersion").asText("of unknown version");
        } catch (Absent e) {
            throw new SourceException(source, Kind.BAD_ANSWER, "version: no Kubernetes answers here", e);
        }
    }

    /// True when there is something at that path.
    boolean knows(String path) throws SourceException, InterruptedException {
        try {
            get(path, Map.of());
            return true;
        } catch (Absent e) {
            return false;
        }
    }

    /// The whole answer, which must be small.
    JsonNode get(String path, Map<String, String> query) throws SourceException, InterruptedException, Absent {
        return whole(path, query, null);
    }

    /// For questions that are asked by POST and change nothing: access and self reviews.
    JsonNode ask(String path, JsonNode body) throws SourceException, InterruptedException, Absent {
        return whole(path, Map.of(), RequestBody.create(body.toString(), JSON));
    }

    private JsonNode whole(String path, Map<String, String> query, @Nullable RequestBody body)
            throws SourceException, InterruptedException, Absent {
        try (var open = open(path, query, body, timeout)) {
            return open.tree();
        } catch (Expired e) {
            throw new SourceException(source, Kind.REFUSED, path + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /// One page of a list or, without an end, a watch. The caller closes it.
    ///
    /// @param limit of the whole call; zero for one without an end
    OpenAnswer open(String path, Map<String, String> query, Duration limit)
            throws SourceException, InterruptedException, Absent, Expired {
        return open(path, query, null, limit);
    }

    private OpenAnswer open(String path, Map<String, String> query, @Nullable RequestBody body, Duration limit)
            throws SourceException, InterruptedException, Absent, Expired {
        var current = session();
        var url = current.base().newBuilder().addPathSegments(path);
        query.forEach(url::addQueryParameter);
        var request = new Request.Builder().url(url.build()).header("Accept", "application/json");
        current.headers().forEach(request::header);
        var authorization = current.credential().authorization();
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (body != null) {
            request.post(body);
        }
        var call = current.http().newCall(request.build());
        call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            var answer = new OpenAnswer(call, call.execute(), MAX_BYTES);
            try {
                Refusals.check(source, path, answer, current.hint());
            } catch (SourceException | Absent | Expired | IOException e) {
                answer.close();
                if (e instanceof SourceException refused && refused.kind() == Kind.SIGN_IN_NEEDED) {
                    forget(current);
                }
                throw e;
            }
            return answer;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /// What an I/O failure means. Must be called on the thread that met it.
    SourceException failure(String path, IOException e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException(source + ": cancelled");
        }
        if (e instanceof UnreadableException || e instanceof JsonProcessingException) {
            // Jackson's own message quotes the body.
            var what = e instanceof UnreadableException ? e.getMessage() : "the JSON is cut off or damaged";
            return new SourceException(source, Kind.BAD_ANSWER, path + ": " + what, e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return new SourceException(
                        source, Kind.MISCONFIGURED, path + ": the server's certificate is not trusted", e);
            }
        }
        var message = String.valueOf(e.getMessage());
        return new SourceException(
                source,
                Kind.UNREACHABLE,
                // HTTP/2's word for a connection that went away under a request.
                path + ": " + (message.startsWith("stream was reset") ? "the connection was lost" : message),
                e);
    }

    private Session session() throws SourceException, InterruptedException {
        var current = session;
        return current == null ? signIn.make(this::login) : current;
    }

    private Session login() throws SourceException, InterruptedException {
        var current = session;
        if (current == null) {
            current = login.login();
            keep(current);
        }
        return current;
    }

    private synchronized void keep(Session made) throws SourceException {
        if (closed) {
            made.close();
            throw new SourceException(source, Kind.UNREACHABLE, "the console has closed this source");
        }
        session = made;
    }

    private synchronized void forget(Session refused) {
        if (refused.equals(session)) {
            session = null;
            refused.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        var current = session;
        if (current != null) {
            current.close();
            session = null;
        }
    }
}
