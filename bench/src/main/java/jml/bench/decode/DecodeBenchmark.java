package jml.bench.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.connectors.http.ReadRequest;
import jml.connectors.preset.Presets;
import jml.connectors.prometheus.PrometheusStore;
import jml.core.fleet.Figures;
import jml.core.fleet.Objectives;
import jml.core.fleet.identity.Identification;
import jml.core.fleet.identity.IdentityRules;
import jml.core.fleet.identity.Observed;
import jml.core.fleet.identity.SeriesSeen;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import jml.core.model.Environment;
import jml.core.source.SourceException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// One operation is one refresh of 10,000 models × 8 SLIs.
///
/// [#decodeAndJoin()] is the product's way: over loopback HTTP through [PrometheusStore], each series to its model by
/// [Identification], each value into [Figures]. [#fetch()] is the same way with nobody reading the bytes, so that the
/// difference is decoding and joining. [#walk()] is the floor: Jackson's tokens of the same bytes in memory.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DecodeBenchmark {
    private static final String ENVIRONMENT = "prod";
    private static final int REFRESHES = 4;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final List<List<byte[]>> refreshes =
            IntStream.range(0, REFRESHES).mapToObj(Answers::of).toList();
    private final byte[] drain = new byte[1 << 16];
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final MetricPreset preset = Presets.builtIn().all().stream()
            .filter(it -> it.id().equals("generic"))
            .findFirst()
            .orElseThrow();
    private final HttpServer server = serve();
    private final JsonHttp http = open();
    private final PrometheusStore store =
            new PrometheusStore(http, PrometheusStore.LongQueries.POST, InstantSource.system());
    private final Identification identification = identify();
    private volatile int refresh;

    @Setup(Level.Invocation)
    public void next() {
        refresh = (refresh + 1) % REFRESHES;
    }

    @Benchmark
    public Figures decodeAndJoin() throws SourceException, InterruptedException {
        var figures = new Figures.Builder(identification.roster().subjects());
        int joined = 0;
        for (int i = 0; i < Answers.SLIS; i++) {
            var sli = Sli.values()[i];
            var vector = store.instant("sli" + i, NOW);
            for (int at = 0; at < vector.size(); at++) {
                int subject = identification.subject(
                        ENVIRONMENT, preset, vector.labels().get(at), false);
                if (subject >= 0) {
                    figures.measured(subject, sli, vector.values()[at]);
                    joined++;
                }
            }
        }
        if (joined != Answers.MODELS * Answers.SLIS) {
            throw new IllegalStateException(joined + " values found their model");
        }
        return figures.build();
    }

    @Benchmark
    public int fetch() throws SourceException, InterruptedException {
        int bytes = 0;
        for (int i = 0; i < Answers.SLIS; i++) {
            var request = ReadRequest.get("api", "v1", "query").with("query", "sli" + i);
            bytes += http.ask(request, this::drained).require();
        }
        return bytes;
    }

    @Benchmark
    public int walk() throws IOException {
        int tokens = 0;
        for (var answer : refreshes.get(refresh)) {
            try (var json = new JsonFactory().createParser(answer)) {
                while (json.nextToken() != null) {
                    tokens++;
                }
            }
        }
        return tokens;
    }

    private int drained(InputStream body) throws IOException {
        int bytes = 0;
        for (int read = body.read(drain); read >= 0; read = body.read(drain)) {
            bytes += read;
        }
        return bytes;
    }

    private Identification identify() {
        try {
            var labels = store.instant("sli0", NOW).labels();
            var series = labels.stream()
                    .map(it -> new SeriesSeen(ENVIRONMENT, preset, it))
                    .toList();
            var environment = new Environment(ENVIRONMENT, Environment.Stage.PRODUCTION, false);
            return IdentityRules.defaults()
                    .identify(
                            new Observed(List.of(environment), List.of(), List.of(), series),
                            Objectives.defaults(),
                            null);
        } catch (SourceException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpServer serve() {
        try {
            var local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            var made = HttpServer.create(new InetSocketAddress(local, 0), 0);
            made.setExecutor(workers);
            made.createContext("/", exchange -> {
                try (exchange) {
                    var query = exchange.getRequestURI().getQuery();
                    int sli = query.charAt(query.indexOf("query=sli") + "query=sli".length()) - '0';
                    var body = refreshes.get(refresh).get(sli);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            made.start();
            return made;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JsonHttp open() {
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            return JsonHttp.open("bench", url, Access.open(), Limits.standard());
        } catch (SourceException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @TearDown
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
