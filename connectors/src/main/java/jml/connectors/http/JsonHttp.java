package jml.connectors.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import okhttp3.HttpUrl;

/// Asks one server questions over HTTP and reads JSON answers. Reads only: a request is repeated when the way to the
/// server failed. What changes a server needs a client of its own that never repeats; this is not it.
///
/// Calls block until the answer is decoded, [Limits#call()] at most, and end with an InterruptedException soon after
/// their thread is interrupted. Safe from several threads. Unknown fields are ignored. Answers larger than
/// [Limits#maxBytes()] are refused before they fill memory.
public final class JsonHttp {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(64 << 20)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .addModule(new JavaTimeModule())
            .build();

    private final String source;
    private final HttpUrl base;
    private final Caller caller;

    private JsonHttp(String source, HttpUrl base, Caller caller) {
        this.source = source;
        this.base = base;
        this.caller = caller;
    }

    /// @param source name in the profile, for messages
    /// @param baseUrl with the path prefix the server stands behind; must not hold a user or password
    public static JsonHttp open(String source, String baseUrl, Access access, Limits limits) throws SourceException {
        return open(source, baseUrl, access, limits, new LocalSecrets());
    }

    public static JsonHttp open(String source, String baseUrl, Access access, Limits limits, SecretReader secrets)
            throws SourceException {
        return open(source, baseUrl, access, limits, secrets, InstantSource.system(), Pause.REAL);
    }

    static JsonHttp open(
            String source,
            String baseUrl,
            Access access,
            Limits limits,
            SecretReader secrets,
            InstantSource clock,
            Pause pause)
            throws SourceException {
        var url = base(source, baseUrl);
        var clients = HttpClients.open(source, access, limits);
        var replies = new Replies(source, limits, clock);
        return new JsonHttp(source, url, new Caller(clients, new Credentials(access, secrets), limits, replies, pause));
    }

    static HttpUrl base(String source, String baseUrl) throws SourceException {
        var url = HttpUrl.parse(baseUrl);
        if (url == null) {
            throw new SourceException(source, Kind.MISCONFIGURED, "base URL is not an http or https URL");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new SourceException(
                    source, Kind.MISCONFIGURED, "base URL holds a user or password; use auth instead");
        }
        if (url.query() != null || url.fragment() != null) {
            throw new SourceException(source, Kind.MISCONFIGURED, "base URL must end before any ? or #: " + baseUrl);
        }
        return url;
    }

    /// The answer as a tree; a MissingNode when the body is empty.
    public JsonNode tree(ReadRequest request) throws SourceException, InterruptedException {
        return ask(request, body -> MAPPER.readTree(body)).require();
    }

    public <T> T read(ReadRequest request, Class<T> type) throws SourceException, InterruptedException {
        return this.<T>ask(request, decoder(MAPPER.readerFor(type))).require();
    }

    public <T> T read(ReadRequest request, TypeReference<T> type) throws SourceException, InterruptedException {
        return this.<T>ask(request, decoder(MAPPER.readerFor(type))).require();
    }

    /// As [#read(ReadRequest, Class)], for requests that tolerate a status, and with the clock skew.
    public <T> Answer<T> ask(ReadRequest request, Class<T> type) throws SourceException, InterruptedException {
        return ask(request, decoder(MAPPER.readerFor(type)));
    }

    /// Hands the body to `decoder` as it arrives. The decoder runs on another thread and holds no reference to the
    /// stream after it returns.
    public <T> Answer<T> ask(ReadRequest request, BodyDecoder<T> decoder) throws SourceException, InterruptedException {
        return caller.call(HttpRequests.build(source, base, request, MAPPER), request, decoder);
    }

    /// Name of the source in the profile.
    public String source() {
        return source;
    }

    private static <T> BodyDecoder<T> decoder(ObjectReader reader) {
        return body -> {
            try {
                T value = reader.readValue(body);
                if (value == null) {
                    throw new UnreadableException("", "the answer is null or empty");
                }
                return value;
            } catch (JsonMappingException e) {
                // Jackson wraps what the stream itself says.
                if (e.getCause() instanceof IOException stream && !(stream instanceof JsonProcessingException)) {
                    throw stream;
                }
                throw new UnreadableException(fieldOf(e), JacksonWords.of(e));
            } catch (JsonProcessingException e) {
                throw new UnreadableException("", JacksonWords.of(e) + at(e));
            }
        };
    }

    private static String at(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : " (byte " + location.getByteOffset() + ")";
    }

    private static String fieldOf(JsonMappingException e) {
        var field = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }

    /// How a retry waits.
    @FunctionalInterface
    interface Pause {
        Pause REAL = Thread::sleep;

        void pause(Duration duration) throws InterruptedException;
    }
}
