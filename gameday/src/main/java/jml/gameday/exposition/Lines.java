package jml.gameday.exposition;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jml.gameday.traffic.Edges;
import jml.gameday.traffic.Tally;
import jml.gameday.traffic.Tally.Entry;

/// Writes the samples of one family, one line each. Not thread-safe.
final class Lines {
    private static final byte[] INFINITE = ",le=\"+Inf\"".getBytes(StandardCharsets.UTF_8);

    private final TextSink sink;
    private final Map<Double, byte[]> edgeLabels = new HashMap<>();
    private final Map<String, byte[]> texts = new HashMap<>();

    Lines(TextSink sink) {
        this.sink = sink;
    }

    /// @param more labels beside those of the row, each beginning with a comma; may be empty
    void count(String name, Scraped row, byte[] labels, String more, long value) throws IOException {
        begin(text(name), labels, text(more)).number(value);
        end(row);
    }

    void gauge(String name, Scraped row, byte[] labels, String more, double value) throws IOException {
        begin(text(name), labels, text(more)).number(value);
        end(row);
    }

    /// The buckets, sum and count of the latency histogram.
    void histogram(String name, Scraped row, byte[] labels) throws IOException {
        var tally = row.served().tally();
        var edges = row.served().edges();
        var bucket = text(name + "_bucket");
        long all = tally.get(Entry.DURATIONS);
        for (int edge = 0; edge < Edges.COUNT; edge++) {
            begin(bucket, labels, edge(edges.seconds()[edge])).number(tally.bucket(edge));
            end(row);
        }
        begin(bucket, labels, INFINITE).number(all);
        end(row);
        totals(name, row, labels, 1e-6);
    }

    /// Sum and count of the latency.
    ///
    /// @param unit of the sum, in microseconds: 1 writes microseconds, 1e-6 seconds
    void totals(String name, Scraped row, byte[] labels, double unit) throws IOException {
        Tally tally = row.served().tally();
        gauge(name + "_sum", row, labels, "", tally.get(Entry.DURATION_MICROS) * unit);
        count(name + "_count", row, labels, "", tally.get(Entry.DURATIONS));
    }

    private TextSink begin(byte[] name, byte[] labels, byte[] more) throws IOException {
        return sink.bytes(name).one('{').bytes(labels).bytes(more).one('}').one(' ');
    }

    private void end(Scraped row) throws IOException {
        sink.bytes(row.stamp()).one('\n');
    }

    private byte[] edge(double seconds) {
        return edgeLabels.computeIfAbsent(
                seconds, it -> (",le=\"" + plain(it) + "\"").getBytes(StandardCharsets.UTF_8));
    }

    // Java would write 5.0E-4 for 0.0005: another label value to whoever compares text.
    private static String plain(double seconds) {
        return new BigDecimal(Double.toString(seconds)).stripTrailingZeros().toPlainString();
    }

    private byte[] text(String text) {
        return texts.computeIfAbsent(text, it -> it.getBytes(StandardCharsets.UTF_8));
    }
}
