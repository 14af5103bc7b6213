package jml.connectors.prometheus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the envelope around every answer of the query API token by token, and gives the samples to a [SampleSink].
///
/// What is missing, of another type or cut off is an [UnreadableException] that names the place; nothing is guessed.
final class AnswerReader {
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // A label's value may be as long as it likes; the body as a whole is bounded.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Tokens tokens;
    private final JsonParser json;
    private final SeriesReader series;
    private final SampleSink sink;
    private final List<String> warnings = new ArrayList<>();
    private String status = "";
    private String errorType = "";
    private String error = "";
    private boolean answered;

    private AnswerReader(Tokens tokens, SeriesReader series, SampleSink sink) {
        this.tokens = tokens;
        this.json = tokens.json();
        this.series = series;
        this.sink = sink;
    }

    /// What stood around the samples.
    ///
    /// @param error the server's own words when it says that it failed; null otherwise
    record Envelope(@Nullable String error, List<String> warnings) {}

    static Envelope read(InputStream body, LabelCache cache, SampleSink sink) throws IOException {
        var bytes = body.readAllBytes();
        try (var json = JSON.createParser(bytes)) {
            var tokens = new Tokens(json);
            try {
                return new AnswerReader(tokens, new SeriesReader(bytes, tokens, cache, sink), sink).envelope();
            } catch (JsonProcessingException e) {
                throw tokens.unreadable(e.getOriginalMessage() + " (byte "
                        + e.getLocation().getByteOffset() + " of " + bytes.length + ")");
            } catch (CharConversionException e) {
                throw tokens.unreadable("is not UTF-8: " + e.getMessage());
            }
        }
    }

    private Envelope envelope() throws IOException {
        tokens.expect(json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            field(json.currentName(), json.nextToken());
        }
        tokens.at("");
        if (json.nextToken() != null) {
            throw tokens.unreadable("goes on after its end");
        }
        return switch (status) {
            case "success" -> {
                if (!answered) {
                    tokens.at("data.result");
                    throw tokens.unreadable("is missing");
                }
                yield new Envelope(null, warnings);
            }
            case "error" -> new Envelope(errorType + ": " + error, warnings);
            default -> {
                tokens.at("status");
                throw tokens.unreadable(status.isEmpty() ? "is missing" : "is neither success nor error");
            }
        };
    }

    private void field(String name, JsonToken value) throws IOException {
        tokens.at(name);
        switch (name) {
            case "status" -> status = tokens.text(value);
            case "errorType" -> errorType = tokens.text(value);
            case "error" -> error = tokens.text(value);
            case "warnings", "infos" -> texts(value);
            case "isPartial" -> {
                if (value == JsonToken.VALUE_TRUE) {
                    warnings.add("the server says that this answer is partial");
                }
            }
            case "data" -> data(value);
            default -> json.skipChildren();
        }
    }

    private void data(JsonToken start) throws IOException {
        if (start == JsonToken.VALUE_NULL) {
            return;
        }
        tokens.expect(start, JsonToken.START_OBJECT);
        boolean typed = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            tokens.at("data." + name);
            var value = json.nextToken();
            switch (name) {
                case "resultType" -> {
                    var type = tokens.text(value);
                    if (!sink.reads(type)) {
                        throw tokens.unreadable(
                                "is " + Tokens.shortened(type) + ", which does not answer this question");
                    }
                    typed = true;
                }
                case "result" -> {
                    if (answered) {
                        throw tokens.unreadable("is there twice");
                    }
                    series.read(value);
                    answered = true;
                }
                default -> json.skipChildren();
            }
        }
        if (answered && !typed) {
            tokens.at("data.resultType");
            throw tokens.unreadable("is missing");
        }
    }

    private void texts(JsonToken start) throws IOException {
        if (start == JsonToken.VALUE_NULL) {
            return;
        }
        tokens.expect(start, JsonToken.START_ARRAY);
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            warnings.add(Tokens.shortened(tokens.text(token)));
        }
    }
}
