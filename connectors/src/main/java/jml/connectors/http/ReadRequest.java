package jml.connectors.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A request that changes nothing on the server and may therefore be repeated. Immutable.
///
/// @param segments appended to the source's base URL one by one; a slash inside a segment is escaped
/// @param parameters in the URL, or in the body of a [Method#POST_FORM]
/// @param json the body of a [Method#POST_JSON], written by Jackson
/// @param tolerated statuses that are an answer to the caller rather than an error
public record ReadRequest(
        Method method,
        List<String> segments,
        List<Parameter> parameters,
        @Nullable Object json,
        Set<Integer> tolerated) {

    /// POST is for questions too long for a URL, never for writing.
    public enum Method {
        GET,
        POST_FORM,
        POST_JSON
    }

    public record Parameter(String name, String value) {}

    public ReadRequest {
        segments = List.copyOf(segments);
        parameters = List.copyOf(parameters);
        tolerated = Set.copyOf(tolerated);
    }

    public static ReadRequest get(String... segments) {
        return new ReadRequest(Method.GET, List.of(segments), List.of(), null, Set.of());
    }

    public static ReadRequest postForm(String... segments) {
        return new ReadRequest(Method.POST_FORM, List.of(segments), List.of(), null, Set.of());
    }

    public static ReadRequest postJson(Object json, String... segments) {
        return new ReadRequest(Method.POST_JSON, List.of(segments), List.of(), json, Set.of());
    }

    /// Adds a parameter; the same name may come several times.
    public ReadRequest with(String name, String value) {
        var longer = new ArrayList<>(parameters);
        longer.add(new Parameter(name, value));
        return new ReadRequest(method, segments, longer, json, tolerated);
    }

    /// The same question asked another way.
    public ReadRequest as(Method changed) {
        return new ReadRequest(changed, segments, parameters, json, tolerated);
    }

    /// The answer then has no body but this status and the server's words.
    public ReadRequest tolerating(Integer... statuses) {
        return new ReadRequest(method, segments, parameters, json, Set.of(statuses));
    }
}
