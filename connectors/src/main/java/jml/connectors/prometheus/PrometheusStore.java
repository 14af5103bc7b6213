package jml.connectors.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jml.connectors.http.BodyDecoder;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.ReadRequest;
import jml.connectors.prometheus.AnswerReader.Envelope;
import jml.core.metric.Matrix;
import jml.core.metric.MetricStore;
import jml.core.metric.Vector;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;

/// Prometheus, and what speaks its query API: Thanos, Mimir, VictoriaMetrics. A tenant header belongs into the
/// [jml.connectors.http.Access] of the connection.
///
/// Equal label sets of different answers are the same instance as long as they keep coming.
/// Native histograms in an answer are left out with a warning, because no number stands for one.
public final class PrometheusStore implements MetricStore {
    private static final int LONGEST_URL_QUERY = 2048;
    private static final int LABEL_SETS_KEPT = 200_000;
    /// Metrics that nobody has written for longer than this do not count as there.
    private static final Duration EXISTS_WITHIN = Duration.ofHours(1);

    private final JsonHttp http;
    private final InstantSource clock;
    private final LabelCache labels = new LabelCache(LABEL_SETS_KEPT);
    private volatile boolean posts;
    private volatile int maxPoints = ServerKind.PROMETHEUS.maxPoints();

    /// How questions travel that are too long for most URLs.
    public enum LongQueries {
        /// As a form, until the server says that it takes none.
        POST,
        /// In the URL whatever its length, for proxies that let only GET pass.
        GET
    }

    public PrometheusStore(JsonHttp http, LongQueries longQueries, InstantSource clock) {
        this.http = http;
        this.clock = clock;
        this.posts = longQueries == LongQueries.POST;
    }

    @Override
    public Vector instant(String query, Instant time) throws SourceException, InterruptedException {
        var request = ReadRequest.get("api", "v1", "query").with("query", query).with("time", seconds(time));
        return answer(request, body -> {
            var sink = new VectorSink();
            var envelope = AnswerReader.read(body, labels, sink);
            return new Decoded<>(sink.vector(envelope.warnings()), envelope);
        });
    }

    @Override
    public Matrix range(String query, Instant from, Instant to, Duration step)
            throws SourceException, InterruptedException {
        var grid = RangeGrid.over(from, to, step, maxPoints);
        var request = ReadRequest.get("api", "v1", "query_range")
                .with("query", query)
                .with("start", seconds(grid.from()))
                .with("end", seconds(grid.to()))
                .with("step", BigDecimal.valueOf(grid.step().toMillis(), 3).toPlainString());
        return answer(request, body -> {
            var sink = new MatrixSink(grid.step());
            var envelope = AnswerReader.read(body, labels, sink);
            return new Decoded<>(sink.matrix(envelope.warnings()), envelope);
        });
    }

    @Override
    public Set<String> metricNames(String regex) throws SourceException, InterruptedException {
        var now = clock.instant();
        var request = ReadRequest.get("api", "v1", "label", "__name__", "values")
                .with("match[]", "{__name__=~" + quoted(regex) + "}")
                .with("start", seconds(now.minus(EXISTS_WITHIN)))
                .with("end", seconds(now));
        var answer = http.read(request, Names.class);
        if (!"success".equals(answer.status())) {
            throw refused(request, "status " + answer.status() + ", error " + answer.error());
        }
        var names = answer.data();
        return names == null ? Set.of() : new TreeSet<>(names);
    }

    @Override
    public Description describe() throws SourceException, InterruptedException {
        // Some servers do not have this page; that they answer a query has to be enough.
        var answer = http.ask(
                ReadRequest.get("api", "v1", "status", "buildinfo").tolerating(400, 404, 405, 422, 500, 501),
                JsonNode.class);
        var body = answer.body();
        var build = body == null ? MissingNode.getInstance() : body.path("data");
        var server = ServerKind.of(build);
        maxPoints = server.maxPoints();
        var skew = answer.clockSkew();
        return new Description(server.named(build), knowsHistograms(), maxPoints, skew == null ? Duration.ZERO : skew);
    }

    private boolean knowsHistograms() throws SourceException, InterruptedException {
        return http.ask(
                        ReadRequest.get("api", "v1", "query")
                                .with("query", "histogram_count(vector(1))")
                                .tolerating(400, 422),
                        JsonNode.class)
                .hasBody();
    }

    private record Decoded<T>(T value, Envelope envelope) {}

    private record Names(
            @Nullable String status,
            @Nullable List<String> data,
            @Nullable String error) {}

    private <T> T answer(ReadRequest get, BodyDecoder<Decoded<T>> decoder)
            throws SourceException, InterruptedException {
        if (posts && length(get) > LONGEST_URL_QUERY) {
            var posted = http.ask(get.as(ReadRequest.Method.POST_FORM).tolerating(405, 501), decoder);
            if (posted.hasBody()) {
                return checked(get, posted.require());
            }
            posts = false;
        }
        return checked(get, http.ask(get, decoder).require());
    }

    private static int length(ReadRequest request) {
        return request.parameters().stream()
                .mapToInt(parameter -> parameter.value().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private <T> T checked(ReadRequest request, Decoded<T> decoded) throws SourceException {
        var error = decoded.envelope().error();
        if (error != null) {
            throw refused(request, error);
        }
        return decoded.value();
    }

    private SourceException refused(ReadRequest request, String words) {
        return new SourceException(
                http.source(),
                Kind.REFUSED,
                http.source() + ": " + String.join("/", request.segments()) + ": " + words);
    }

    private static String seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
