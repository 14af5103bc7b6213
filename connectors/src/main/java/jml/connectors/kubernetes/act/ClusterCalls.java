package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jml.connectors.http.OneShot;
import jml.connectors.http.Sent;
import jml.connectors.kubernetes.ClusterLogin;
import jml.connectors.kubernetes.ClusterSettings;
import jml.connectors.kubernetes.Session;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// Speaks to one API server for acts: reads whole objects, tries changes, and sends a change at most once. Calls
/// block; interrupting the thread ends them. Signs in at the first call and again after a refusal.
final class ClusterCalls implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MOST_BYTES = 64L << 20;

    private final ClusterSettings settings;
    private final ClusterLogin login;
    private @Nullable Line line;

    private record Line(Session session, OneShot oneShot) {}

    /// @param body a MissingNode when it is no JSON
    /// @param words the server's own, for a failure
    record Answer(int status, JsonNode body, String words) {
        boolean success() {
            return status >= 200 && status < 300 && body.isObject();
        }
    }

    ClusterCalls(ClusterSettings settings, ClusterLogin login) {
        this.settings = settings;
        this.login = login;
    }

    String source() {
        return settings.source();
    }

    /// Whatever the server says, also that there is nothing or that it may not be read.
    Answer look(String path, Map<String, String> query) throws SourceException, InterruptedException {
        var line = line();
        var url = line.session().base().newBuilder().addPathSegments(path);
        query.forEach(url::addQueryParameter);
        return answer(line, signed(line.session(), url.build()).build(), path);
    }

    JsonNode read(String path, Map<String, String> query) throws SourceException, InterruptedException {
        var answer = look(path, query);
        if (answer.success()) {
            return answer.body();
        }
        throw failure(answer, path);
    }

    /// For questions that are asked by POST and change nothing.
    JsonNode ask(String path, JsonNode question) throws SourceException, InterruptedException {
        var line = line();
        var url = line.session().base().newBuilder().addPathSegments(path).build();
        var request = signed(line.session(), url).post(RequestBody.create(question.toString(), JSON));
        var answer = answer(line, request.build(), path);
        if (answer.success()) {
            return answer.body();
        }
        throw failure(answer, path);
    }

    /// The change marked as a trial: the server does all but keep it.
    Answer attempt(Change change) throws SourceException, InterruptedException {
        var line = line();
        return answer(line, write(line.session(), change, true), change.site().path());
    }

    /// The change itself, at most once.
    Sent send(Change change) throws InterruptedException {
        Line line;
        Request request;
        try {
            line = line();
            request = write(line.session(), change, false);
        } catch (SourceException e) {
            return new Sent.NotSent(String.valueOf(e.getMessage()), e.kind() == Kind.SIGN_IN_NEEDED);
        }
        var sent = line.oneShot().send(request, settings.timeout());
        if (sent instanceof Sent.Answered answered && answered.status() == 401) {
            forget(line);
        }
        return sent;
    }

    private static Request write(Session session, Change change, boolean trial)
            throws SourceException, InterruptedException {
        var url = session.base()
                .newBuilder()
                .addPathSegments(change.site().path())
                .addQueryParameter("fieldManager", Marks.MANAGER);
        if (trial) {
            url.addQueryParameter("dryRun", "All");
        }
        var body = RequestBody.create(
                MAPPER.valueToTree(change.body()).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                MediaType.get(change.contentType()));
        return signed(session, url.build()).method(change.method(), body).build();
    }

    private static Request.Builder signed(Session session, HttpUrl url) throws SourceException, InterruptedException {
        var request = new Request.Builder().url(url).header("Accept", "application/json");
        session.headers().forEach(request::header);
        var authorization = session.credential().authorization();
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    private Answer answer(Line line, Request request, String path) throws SourceException, InterruptedException {
        var call = line.session().http().newCall(request);
        call.timeout().timeout(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        try (var response = call.execute()) {
            var source = response.body().source();
            if (source.request(MOST_BYTES + 1)) {
                throw new SourceException(
                        source(), Kind.BAD_ANSWER, path + ": larger than " + (MOST_BYTES >> 20) + " MB");
            }
            var text = source.readUtf8();
            if (response.code() == 401) {
                forget(line);
            }
            var type = response.header("Content-Type");
            var words = new Sent.Answered(response.code(), type == null ? "" : type, text, settings.timeout()).words();
            return new Answer(response.code(), tree(text), words);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(source() + ": cancelled");
            }
            throw new SourceException(source(), Kind.UNREACHABLE, path + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode tree(String text) {
        try {
            var tree = MAPPER.readTree(text);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // its words are told with the status
        }
    }

    SourceException failure(Answer answer, String path) {
        var kind =
                switch (answer.status()) {
                    case 401 -> Kind.SIGN_IN_NEEDED;
                    case 403 -> Kind.FORBIDDEN;
                    case 429 -> Kind.RATE_LIMITED;
                    default -> answer.status() < 300 ? Kind.BAD_ANSWER : Kind.REFUSED;
                };
        return new SourceException(source(), kind, path + " -> HTTP " + answer.status() + ": " + answer.words());
    }

    private synchronized Line line() throws SourceException, InterruptedException {
        var current = line;
        if (current == null) {
            var session = login.login();
            current = new Line(session, new OneShot(session.http()));
            line = current;
        }
        return current;
    }

    private synchronized void forget(Line refused) {
        if (refused.equals(line)) {
            line = null;
            refused.session().close();
        }
    }

    @Override
    public synchronized void close() {
        var current = line;
        if (current != null) {
            line = null;
            current.session().close();
        }
    }
}
