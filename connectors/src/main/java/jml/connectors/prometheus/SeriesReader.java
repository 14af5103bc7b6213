package jml.connectors.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jml.connectors.http.UnreadableException;
import jml.connectors.prometheus.LabelCache.Written;
import jml.core.metric.LabelSet;

/// Reads `data.result`: series with their samples, or the one sample of a scalar.
final class SeriesReader {
    private static final LabelSet NO_LABELS = LabelSet.of(Map.of());

    private final byte[] bytes;
    private final Tokens tokens;
    private final JsonParser json;
    private final LabelCache cache;
    private final SampleSink sink;
    private final Written probe = new Written();

    SeriesReader(byte[] bytes, Tokens tokens, LabelCache cache, SampleSink sink) {
        this.bytes = bytes;
        this.tokens = tokens;
        this.json = tokens.json();
        this.cache = cache;
        this.sink = sink;
    }

    void read(JsonToken start) throws IOException {
        if (start == JsonToken.VALUE_NULL) {
            return; // an empty list, as Go writes one that was never made
        }
        tokens.expect(start, JsonToken.START_ARRAY);
        var first = json.nextToken();
        if (isNumber(first)) {
            sink.begin(NO_LABELS);
            pair(first);
            sink.end(tokens);
            return;
        }
        int number = 0;
        for (var token = first; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            tokens.inSeries(number++);
            tokens.expect(token, JsonToken.START_OBJECT);
            oneSeries();
        }
        tokens.inSeries(-1);
    }

    private void oneSeries() throws IOException {
        boolean labelled = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            tokens.at(name);
            var start = json.nextToken();
            switch (name) {
                case "metric" -> {
                    sink.begin(labels(start));
                    labelled = true;
                }
                case "value" -> {
                    afterLabels(labelled);
                    sample(start);
                }
                case "values" -> {
                    afterLabels(labelled);
                    samples(start);
                }
                case "histogram", "histograms" -> {
                    afterLabels(labelled);
                    tokens.expect(start, JsonToken.START_ARRAY);
                    json.skipChildren();
                    sink.histogram();
                }
                default -> json.skipChildren();
            }
        }
        if (!labelled) {
            tokens.at("metric");
            throw tokens.unreadable("is missing");
        }
        tokens.at("value");
        sink.end(tokens);
    }

    private void afterLabels(boolean labelled) throws UnreadableException {
        if (!labelled) {
            throw tokens.unreadable("comes before its metric");
        }
    }

    private LabelSet labels(JsonToken start) throws IOException {
        tokens.expect(start, JsonToken.START_OBJECT);
        int from = (int) json.currentTokenLocation().getByteOffset();
        int to = endOfObject(from);
        var known = to < 0 ? null : cache.find(probe.over(bytes, from, to));
        if (known != null) {
            json.skipChildren();
            return known;
        }
        var labels = new LinkedHashMap<String, String>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            if (labels.put(name, tokens.text(json.nextToken())) != null) {
                throw tokens.unreadable("has the label " + Tokens.shortened(name) + " twice");
            }
        }
        var set = LabelSet.of(labels);
        return to < 0 ? set : cache.learn(probe, set);
    }

    /// The byte after the flat object that starts at `from`; -1 when it does not end or is not flat.
    private int endOfObject(int from) {
        if (from < 0 || from >= bytes.length || bytes[from] != '{') {
            return -1; // the bytes are not UTF-8, and Jackson counts characters
        }
        boolean quoted = false;
        for (int at = from + 1; at < bytes.length; at++) {
            switch (bytes[at]) {
                case '"' -> quoted = !quoted;
                case '\\' -> at++;
                case '}' -> {
                    if (!quoted) {
                        return at + 1;
                    }
                }
                case '{', '[' -> {
                    if (!quoted) {
                        return -1;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private void sample(JsonToken start) throws IOException {
        tokens.expect(start, JsonToken.START_ARRAY);
        pair(json.nextToken());
    }

    private void samples(JsonToken start) throws IOException {
        tokens.expect(start, JsonToken.START_ARRAY);
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            sample(token);
        }
    }

    private void pair(JsonToken first) throws IOException {
        if (!isNumber(first)) {
            throw tokens.unreadable("the time is " + Tokens.described(first) + " where a number must be");
        }
        long time = sink.timed() ? millis() : 0;
        double value = value(json.nextToken());
        tokens.expect(json.nextToken(), JsonToken.END_ARRAY);
        sink.sample(time, value);
    }

    private static boolean isNumber(JsonToken token) {
        return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
    }

    private long millis() throws IOException {
        double seconds = json.getDoubleValue();
        if (!(Math.abs(seconds) < 1e12)) {
            throw tokens.unreadable("the time " + seconds + " is out of range");
        }
        return Math.round(seconds * 1000);
    }

    private double value(JsonToken token) throws IOException {
        tokens.expect(token, JsonToken.VALUE_STRING);
        try {
            return SampleText.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        } catch (NumberFormatException e) {
            throw tokens.unreadable("\"" + Tokens.shortened(json.getText()) + "\" is not a number");
        }
    }
}
