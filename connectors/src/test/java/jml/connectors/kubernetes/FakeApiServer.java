package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jml.connectors.Recorded;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.Buffer;

/// An API server over HTTP that holds objects recorded from a real one: lists them in pages, streams changes to open
/// watches, and fails as told.
final class FakeApiServer implements AutoCloseable {
    static final String RECORDED = "kubernetes-1.36.3/";
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String END = "";

    private final MockWebServer server = new MockWebServer();
    private final Map<Resource, Map<String, JsonNode>> objects = new EnumMap<>(Resource.class);
    private final Map<Resource, NavigableMap<Integer, String>> history = new EnumMap<>(Resource.class);
    private final Map<Resource, MockResponse> refusedLists = new ConcurrentHashMap<>();
    private final Map<Resource, MockResponse> refusedWatches = new ConcurrentHashMap<>();
    private final Map<Resource, List<LinkedBlockingQueue<String>>> watches = new ConcurrentHashMap<>();
    private final List<HttpUrl> asked = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Resource> opened = new LinkedBlockingQueue<>();
    private volatile boolean mayAll = true;
    private volatile boolean closing;
    private volatile MockResponse refusedAll;
    private final List<String[]> denied = new CopyOnWriteArrayList<>();
    private int version = 1000;

    FakeApiServer() throws IOException {
        for (var resource : Resource.values()) {
            objects.put(resource, new LinkedHashMap<>());
            history.put(resource, new TreeMap<>());
            watches.put(resource, new CopyOnWriteArrayList<>());
        }
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request.getUrl());
                var body = request.getBody();
                return answer(request.getUrl(), body == null ? "" : body.utf8());
            }
        });
        server.start();
    }

    /// Holds what was recorded of this kind.
    FakeApiServer holding(Resource... resources) {
        for (var resource : resources) {
            for (var item : recorded(resource).path("items")) {
                put(resource, item);
            }
        }
        return this;
    }

    static JsonNode recorded(Resource resource) {
        return body(RECORDED + resource.plural());
    }

    /// One recorded object of that name, or whose name begins so.
    static ObjectNode recorded(Resource resource, String name) {
        for (var item : recorded(resource).path("items")) {
            if (item.path("metadata").path("name").asText().startsWith(name)) {
                return (ObjectNode) item;
            }
        }
        throw new IllegalArgumentException("no " + resource + " " + name + " was recorded");
    }

    static JsonNode body(String name) {
        var buffer = new Buffer();
        try {
            Recorded.answer(name).getBody().writeTo(buffer);
            return JSON.readTree(buffer.readUtf8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds or changes an object and tells the watches.
    synchronized void put(Resource resource, JsonNode object) {
        var kept = (ObjectNode) object.deepCopy();
        ((ObjectNode) kept.path("metadata")).put("resourceVersion", String.valueOf(++version));
        var known = objects.get(resource).put(uid(kept), kept) != null;
        happened(resource, event(known ? "MODIFIED" : "ADDED", kept));
    }

    synchronized void change(Resource resource, String name, Consumer<ObjectNode> change) {
        var object = objects.get(resource).values().stream()
                .filter(each -> each.path("metadata").path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
        change.accept((ObjectNode) object);
        put(resource, object);
    }

    synchronized void remove(Resource resource, String name) {
        for (var object : List.copyOf(objects.get(resource).values())) {
            if (object.path("metadata").path("name").asText().startsWith(name)) {
                objects.get(resource).remove(uid(object));
                ((ObjectNode) object.path("metadata")).put("resourceVersion", String.valueOf(++version));
                happened(resource, event("DELETED", object));
            }
        }
    }

    /// Without telling the watches, as if it happened while they were away.
    synchronized void forget(Resource resource) {
        objects.get(resource).clear();
    }

    /// As from a backup of long ago: nothing is there, and history has not come as far as the watches were.
    synchronized void restore() {
        version = 1;
        objects.values().forEach(Map::clear);
        history.values().forEach(Map::clear);
    }

    private void happened(Resource resource, String line) {
        history.get(resource).put(version, line);
        send(resource, line);
    }

    void send(Resource resource, String line) {
        watches.get(resource).forEach(watch -> watch.add(line));
    }

    /// Ends the open watches as a server does after some minutes.
    void endWatches(Resource resource) {
        send(resource, END);
    }

    FakeApiServer refuse(Resource resource, MockResponse answer) {
        refusedLists.put(resource, answer);
        return refuseWatch(resource, answer);
    }

    FakeApiServer refuseWatch(Resource resource, MockResponse answer) {
        refusedWatches.put(resource, answer);
        return this;
    }

    void allow(Resource resource) {
        refusedLists.remove(resource);
        refusedWatches.remove(resource);
    }

    /// Answers everything so.
    void refuseAll(MockResponse answer) {
        refusedAll = answer;
    }

    /// What access reviews then say of this verb on this kind.
    FakeApiServer deny(String verb, Resource resource) {
        denied.add(new String[] {"\"verb\":\"" + verb + "\"", "\"resource\":\"" + resource.plural() + "\""});
        return this;
    }

    /// Denies all that an access review asks.
    FakeApiServer onlyInNamespaces() {
        mayAll = false;
        return this;
    }

    HttpUrl url() {
        return server.url("/behind/a/proxy");
    }

    List<HttpUrl> asked(Resource resource) {
        return asked.stream()
                .filter(url -> url.pathSegments().getLast().equals(resource.plural()))
                .toList();
    }

    /// Waits for the next watch of this kind that opens.
    void awaitWatch(Resource resource) throws InterruptedException {
        while (true) {
            var next = opened.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no watch of " + resource + " was opened");
            }
            if (next == resource) {
                return;
            }
        }
    }

    private MockResponse answer(HttpUrl url, String body) {
        var refused = refusedAll;
        if (refused != null) {
            return refused;
        }
        if (!url.encodedPath().startsWith("/behind/a/proxy/")) {
            return new MockResponse.Builder().code(404).build();
        }
        var last = url.pathSegments().getLast();
        for (var resource : Resource.values()) {
            if (last.equals(resource.plural())) {
                return url.queryParameter("watch") == null ? list(resource, url) : watch(resource, url);
            }
        }
        return switch (last) {
            case "version" -> Recorded.answer(RECORDED + "version");
            case "v1alpha1" -> Recorded.answer(RECORDED + "argo");
            case "selfsubjectreviews" -> Recorded.answer(RECORDED + "self");
            case "selfsubjectaccessreviews" -> Recorded.answer(RECORDED + (mayAll(body) ? "may" : "may-not"));
            default -> Recorded.answer(RECORDED + "no-argo");
        };
    }

    private boolean mayAll(String review) {
        return mayAll && denied.stream().noneMatch(words -> review.contains(words[0]) && review.contains(words[1]));
    }

    private synchronized MockResponse list(Resource resource, HttpUrl url) {
        var refused = refusedLists.get(resource);
        if (refused != null) {
            return refused;
        }
        var all = new ArrayList<>(objects.get(resource).values());
        int limit = Integer.parseInt(url.queryParameter("limit"));
        var token = url.queryParameter("continue");
        int from = token == null ? 0 : Integer.parseInt(token);
        int to = Math.min(all.size(), from + limit);
        var list = JSON.createObjectNode().put("kind", "List").put("apiVersion", "v1");
        var metadata = list.putObject("metadata").put("resourceVersion", String.valueOf(version));
        if (to < all.size()) {
            metadata.put("continue", String.valueOf(to));
        }
        list.putArray("items").addAll(all.subList(from, to));
        return json(list.toString());
    }

    private synchronized MockResponse watch(Resource resource, HttpUrl url) {
        var refused = refusedWatches.get(resource);
        if (refused != null) {
            return refused;
        }
        int from = Integer.parseInt(url.queryParameter("resourceVersion"));
        var lines = new LinkedBlockingQueue<>(
                history.get(resource).tailMap(from, false).values());
        watches.get(resource).add(lines);
        opened.add(resource);
        if (closing) {
            lines.add(END);
        }
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("Transfer-Encoding", "chunked")
                .body(new WatchStream(lines))
                .build();
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static String event(String type, JsonNode object) {
        return JSON.createObjectNode()
                .put("type", type)
                .<ObjectNode>set("object", object)
                .toString();
    }

    private static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    @Override
    public void close() {
        closing = true;
        for (var resource : Resource.values()) {
            endWatches(resource);
        }
        server.close();
    }
}
