package jml.connectors.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Writes a [ReadRequest] as an OkHttp request, and names it for people.
final class HttpRequests {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int LONGEST_NAME = 200;

    private HttpRequests() {}

    static Request build(String source, HttpUrl base, ReadRequest request, ObjectMapper mapper) throws SourceException {
        var url = base.newBuilder();
        // A base that ends in a slash has an empty last segment, which the first one replaces.
        for (var segment : request.segments()) {
            url.addPathSegment(segment);
        }
        if (request.method() != ReadRequest.Method.POST_FORM) {
            for (var parameter : request.parameters()) {
                url.addQueryParameter(parameter.name(), parameter.value());
            }
        }
        var built = new Request.Builder().url(url.build()).header("Accept", "application/json");
        return switch (request.method()) {
            case GET -> built.build();
            case POST_FORM -> built.post(form(request)).build();
            case POST_JSON -> built.post(json(source, request, mapper)).build();
        };
    }

    private static RequestBody form(ReadRequest request) {
        var form = new FormBody.Builder(StandardCharsets.UTF_8);
        for (var parameter : request.parameters()) {
            form.add(parameter.name(), parameter.value());
        }
        return form.build();
    }

    private static RequestBody json(String source, ReadRequest request, ObjectMapper mapper) throws SourceException {
        try {
            return RequestBody.create(mapper.writeValueAsBytes(request.json()), JSON);
        } catch (JsonProcessingException e) {
            throw new SourceException(source, Kind.CONSOLE_BUG, "a question cannot be written as JSON", e);
        }
    }

    /// Method, URL and question, shortened. Credentials are in headers only, so none can show up here.
    static String name(Request request) {
        var name = new StringBuilder(request.method())
                .append(' ')
                .append(request.url().newBuilder().query(null).build());
        if (request.body() instanceof FormBody form) {
            for (int i = 0; i < form.size(); i++) {
                name.append(i == 0 ? " " : "&").append(form.name(i)).append('=').append(form.value(i));
            }
        } else if (request.url().encodedQuery() != null) {
            name.append('?').append(URLDecoder.decode(request.url().encodedQuery(), StandardCharsets.UTF_8));
        }
        var line = ErrorText.oneLine(name.toString());
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
    }
}
