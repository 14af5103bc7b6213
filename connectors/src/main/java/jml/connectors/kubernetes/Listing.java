package jml.connectors.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import jml.core.source.SourceException;

/// Lists objects page by page and hands each on as soon as it has been read; no page is ever held as a whole.
final class Listing {
    private static final int PAGE = 500;

    /// Takes one object; what it throws ends the listing.
    interface Taker {
        void take(JsonNode object) throws UnreadableException;
    }

    private final ApiServer server;
    private final Duration timeout;

    /// @param timeout of one page
    Listing(ApiServer server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    /// @param selector label selector; empty means none
    /// @return the place in the cluster's history from which a watch goes on
    String list(Resource resource, String namespace, String selector, Taker taker)
            throws SourceException, InterruptedException, Absent, Expired {
        var path = resource.path(namespace);
        var next = "";
        while (true) {
            var query = new LinkedHashMap<String, String>();
            query.put("limit", String.valueOf(PAGE));
            if (!selector.isEmpty()) {
                query.put("labelSelector", selector);
            }
            if (!next.isEmpty()) {
                query.put("continue", next);
            }
            var end = page(path, query, taker);
            next = end.next();
            if (next.isEmpty()) {
                return end.version();
            }
        }
    }

    /// Where the cluster's history stands now.
    String place(Resource resource, String namespace) throws SourceException, InterruptedException, Absent, Expired {
        return page(resource.path(namespace), Map.of("limit", "1"), object -> {})
                .version();
    }

    private record End(String version, String next) {}

    private End page(String path, Map<String, String> query, Taker taker)
            throws SourceException, InterruptedException, Absent, Expired {
        try (var answer = server.open(path, query, timeout);
                var parser = answer.parser()) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("the answer is no JSON object");
            }
            return fields(parser, taker);
        } catch (IOException e) {
            throw server.failure(path, e);
        }
    }

    private static End fields(JsonParser parser, Taker taker) throws IOException {
        JsonNode metadata = null;
        var items = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "metadata" -> metadata = Trees.read(parser);
                case "items" -> {
                    items = true;
                    items(parser, taker);
                }
                default -> parser.skipChildren();
            }
        }
        if (metadata == null || !items) {
            throw new UnreadableException("it is no list: " + (items ? "metadata" : "items") + " is missing");
        }
        return new End(
                metadata.path("resourceVersion").asText(""),
                metadata.path("continue").asText(""));
    }

    private static void items(JsonParser parser, Taker taker) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return; // how Go writes an empty list
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableException("items is no array");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            taker.take(Trees.read(parser));
        }
    }
}
