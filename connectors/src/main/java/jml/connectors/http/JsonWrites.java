package jml.connectors.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import jml.connectors.http.SecretReader.SecretException;
import jml.core.source.SourceException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Changes one server over HTTP with JSON, each request at most once. Its reading counterpart is [JsonHttp].
public final class JsonWrites {
    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl base;
    private final Credentials credentials;
    private final OneShot oneShot;
    private final Duration limit;

    private JsonWrites(HttpUrl base, Credentials credentials, OneShot oneShot, Duration limit) {
        this.base = base;
        this.credentials = credentials;
        this.oneShot = oneShot;
        this.limit = limit;
    }

    /// @param source name in the profile, for messages
    /// @param baseUrl with the path prefix the server stands behind; must not hold a user or password
    public static JsonWrites open(String source, String baseUrl, Access access, Limits limits, SecretReader secrets)
            throws SourceException {
        var url = JsonHttp.base(source, baseUrl);
        var oneShot = new OneShot(HttpClients.open(source, access, limits).own());
        return new JsonWrites(url, new Credentials(access, secrets), oneShot, limits.call());
    }

    /// @param method POST, PATCH, PUT or DELETE; each carries the body
    /// @param segments appended to the base URL one by one; a slash inside a segment is escaped
    public Sent send(String method, JsonNode body, String... segments) throws InterruptedException {
        var url = base.newBuilder();
        for (var segment : segments) {
            url.addPathSegment(segment);
        }
        var request = new Request.Builder().url(url.build()).header("Accept", "application/json");
        try {
            var signature = credentials.sign();
            for (var header : signature.headers()) {
                request.header(header.getFirst(), header.getSecond());
            }
            request.tag(SentSecrets.class, signature.secrets());
        } catch (SecretException e) {
            return new Sent.NotSent(String.valueOf(e.getMessage()), true);
        }
        var content = body.isMissingNode() ? RequestBody.EMPTY : RequestBody.create(body.toString(), JSON);
        var sent = oneShot.send(request.method(method, content).build(), limit);
        if (sent instanceof Sent.Answered answered && answered.status() == 401) {
            credentials.refused();
        }
        return sent;
    }
}
