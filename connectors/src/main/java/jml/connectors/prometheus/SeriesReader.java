package jml.connectors.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jml.connectors.http.UnreadableException;
import jml.connectors.prometheus.LabelCache.Generation;
import jml.connectors.prometheus.LabelCache.Known;
import jml.core.metric.LabelSet;

/// Reads `data.result`: series with their samples, or the one sample of a scalar.
final class SeriesReader {
    private static final LabelSet NO_LABELS = LabelSet.of(Map.of());

    private final byte[] bytes;
    private final Tokens tokens;
    private final JsonParser json;
    private final LabelCache cache;
    private final SampleSink sink;
    private final Generation generation;

    SeriesReader(byte[] bytes, Tokens tokens, LabelCache cache, SampleSink sink) {
        this.bytes = bytes;
        this.tokens = tokens;
        this.json = tokens.json();
        this.cache = cache;
        this.generation = cache.generation();
        this.sink = sink;
    }

    void read(JsonToken start) throws IOException {
        if (start == JsonToken.VALUE_NULL) {
            return; // an empty list, as Go writes one that was never made
        }
        tokens.expect(start, JsonToken.START_ARRAY);
        var first = json.nextToken();
        if (isNumber(first)) {
            sink.begin(new Known(0, NO_LABELS, 0));
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

    private Known labels(JsonToken start) throws IOException {
        tokens.expect(start, JsonToken.START_OBJECT);
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int to = (int) json.currentLocation().getByteOffset();
        if (from < 0 || bytes[from] != '{' || bytes[to - 1] != '}') {
            throw tokens.unreadable("is not UTF-8"); // then Jackson counts characters, not bytes
        }
        long hash = cache.hash(bytes, from, to);
        var known = generation.find(hash);
        return known != null ? known : generation.learn(hash, spelled(from, to));
    }

    /// The labels that the bytes of one object write.
    private LabelSet spelled(int from, int to) throws IOException {
        var labels = new LinkedHashMap<String, String>();
        try (var metric = AnswerReader.JSON.createParser(bytes, from, to - from)) {
            metric.nextToken();
            while (metric.nextToken() != JsonToken.END_OBJECT) {
                var name = metric.currentName();
                var value = metric.nextToken();
                if (value != JsonToken.VALUE_STRING) {
                    throw tokens.unreadable("has " + Tokens.described(value) + " as label " + Tokens.shortened(name));
                }
                if (labels.put(name, metric.getText()) != null) {
                    throw tokens.unreadable("has the label " + Tokens.shortened(name) + " twice");
                }
            }
        }
        return LabelSet.of(labels);
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
