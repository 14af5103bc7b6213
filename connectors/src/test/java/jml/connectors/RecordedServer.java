package jml.connectors;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/// A server that gives one answer for each path, and 404 for the others, behind the path prefix `/behind/a/proxy`.
public final class RecordedServer implements AutoCloseable {
    private static final String PREFIX = "/behind/a/proxy";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final List<HttpUrl> asked = new CopyOnWriteArrayList<>();

    public RecordedServer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request.getUrl());
                var path = request.getUrl().encodedPath();
                var answer = path.startsWith(PREFIX) ? answers.get(path.substring(PREFIX.length())) : null;
                return answer == null ? new MockResponse.Builder().code(404).build() : answer;
            }
        });
        server.start();
    }

    public RecordedServer answer(String path, MockResponse answer) {
        answers.put(path, answer);
        return this;
    }

    public RecordedServer answer(String path, String json) {
        return answer(
                path,
                new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body(json)
                        .build());
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
