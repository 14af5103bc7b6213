package jml.connectors;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/// A server that gives one answer for each path, and 404 for the others, behind the path prefix `/behind/a/proxy`.
/// A request with a `page_token` is answered by `PATH?page_token=TOKEN`.
public final class RecordedServer implements AutoCloseable {
    private static final String PREFIX = "/behind/a/proxy";
    private static final MockResponse NOT_FOUND =
            new MockResponse.Builder().code(404).build();

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<HttpUrl> asked = new CopyOnWriteArrayList<>();

    public RecordedServer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request.getUrl());
                var token = request.getUrl().queryParameter("page_token");
                var path = request.getUrl().encodedPath() + (token == null ? "" : "?page_token=" + token);
                return path.startsWith(PREFIX) ? next(path.substring(PREFIX.length())) : NOT_FOUND;
            }
        });
        server.start();
    }

    /// One answer after the other, the last of them again and again.
    public RecordedServer answer(String path, MockResponse... turns) {
        answers.put(path, new ConcurrentLinkedDeque<>(List.of(turns)));
        return this;
    }

    public RecordedServer answer(String path, String... json) {
        return answer(path, Stream.of(json).map(RecordedServer::json).toArray(MockResponse[]::new));
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private MockResponse next(String path) {
        var turns = answers.getOrDefault(path, new ArrayDeque<>(List.of(NOT_FOUND)));
        return turns.size() > 1 ? turns.removeFirst() : turns.getFirst();
    }

    public String url() {
        return server.url(PREFIX).toString();
    }

    /// Every request so far, in order.
    public List<HttpUrl> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.close();
    }
}
