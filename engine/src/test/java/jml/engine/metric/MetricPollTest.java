package jml.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import jml.core.fleet.identity.SeriesSeen;
import jml.core.metric.Count;
import jml.core.metric.LabelSet;
import jml.core.metric.Matrix;
import jml.core.metric.MetricPreset;
import jml.core.metric.MetricStore;
import jml.core.metric.Sli;
import jml.core.metric.Vector;
import jml.core.source.SourceException;
import jml.engine.source.OnDemand;
import org.junit.jupiter.api.Test;

class MetricPollTest {
    private static final Instant TICK = Instant.parse("2026-11-11T12:00:20Z");
    private static final MetricPreset GENERIC = new MetricPreset(
            "generic",
            "Generic",
            List.of("requests_total"),
            new MetricPreset.Labels(List.of("namespace"), List.of("model"), List.of("version")),
            Map.of(
                    Sli.TRAFFIC, "sum by ($by) (rate(requests_total{$sel}[$w]))",
                    Sli.SUCCESS, "success by ($by)"),
            Map.of(Sli.SUCCESS, "increase by ($by)"),
            Map.of(Count.REQUESTS, "minute by ($by)"),
            new MetricPreset.Buckets("minute buckets by ($by, le) {$sel}", 0.001),
            Map.of());
    private static final MetricPreset OTHER = new MetricPreset(
            "vllm",
            "vLLM",
            List.of("vllm:x"),
            new MetricPreset.Labels(List.of(), List.of("model_name"), List.of()),
            Map.of(Sli.TRAFFIC, "vllm"),
            Map.of(),
            Map.of(),
            null,
            Map.of());

    private final FakeStore store = new FakeStore();
    private final AtomicBoolean releasing = new AtomicBoolean();
    private final List<SeriesSeen> underWay = new CopyOnWriteArrayList<>();
    private final MetricPoll poll = new MetricPoll(
            new OnDemand<>(() -> store),
            List.of(GENERIC, OTHER),
            "ns=\"ml\"",
            Duration.ofSeconds(30),
            () -> new Releasing(releasing.get(), underWay));

    @Test
    void allQueriesCarryOneTimeAScrapeBeforeTheTick() throws Exception {
        var reading = poll.ask(TICK);

        assertThat(reading.time()).isEqualTo(Instant.parse("2026-11-11T12:00:05Z"));
        assertThat(store.asked.stream()
                        .filter(it -> !it.query().startsWith("minute"))
                        .map(Asked::time))
                .containsOnly(reading.time());
    }

    @Test
    void onlyPresetsWhoseMetricsExistAreAsked() throws Exception {
        var reading = poll.ask(TICK);

        assertThat(reading.presets()).containsExactly(GENERIC);
        assertThat(store.asked).noneMatch(it -> it.query().contains("vllm"));
    }

    @Test
    void armsAreAskedForOnlyWhileSomethingIsReleased() throws Exception {
        poll.ask(TICK);
        int without = store.asked.size();
        store.asked.clear();
        releasing.set(true);

        poll.ask(TICK.plusSeconds(15));

        assertThat(without).isEqualTo(4);
        assertThat(store.asked.stream().map(Asked::query))
                .contains("success by (namespace, model)", "success by (namespace, model, version)");
    }

    @Test
    void latencyBucketsAreAskedForOnlyOfTheModelsThatAreReleased() throws Exception {
        poll.ask(TICK);
        assertThat(store.asked).noneMatch(it -> it.query().startsWith("minute buckets"));

        for (var model : List.of("fraud \"v2\"", "a.b")) {
            underWay.add(new SeriesSeen("prod", GENERIC, LabelSet.of(Map.of("model", model, "namespace", "ml"))));
        }
        poll.ask(TICK.plusSeconds(60));

        assertThat(store.asked.stream().map(Asked::query))
                .contains("minute buckets by (namespace, model, version, le)"
                        + " {ns=\"ml\",model=~\"a\\\\.b|fraud \\\"v2\\\"\",}");
    }

    @Test
    void aP95OfAHistogramIsAskedForWithTheLargestValueThereIs() throws Exception {
        var histogram = new MetricPreset(
                "h",
                "h",
                List.of("requests_total"),
                new MetricPreset.Labels(List.of(), List.of("model"), List.of()),
                Map.of(Sli.LATENCY_P95, "histogram_quantile(0.95, sum by ($by, le) (rate(b{$sel}[$w])))"),
                Map.of(),
                Map.of(),
                null,
                Map.of());
        var asking = new MetricPoll(
                new OnDemand<>(() -> store),
                List.of(histogram),
                "",
                Duration.ofSeconds(30),
                () -> new Releasing(false, List.of()));

        asking.ask(TICK);

        assertThat(store.asked.stream().map(Asked::query))
                .containsExactlyInAnyOrder(
                        "histogram_quantile(0.95, sum by (model, le) (rate(b{}[300s])))",
                        "histogram_quantile(1, sum by (model, le) (rate(b{}[300s])))");
    }

    @Test
    void theSelectorStandsInsideTheBraces() throws Exception {
        poll.ask(TICK);

        assertThat(store.asked.stream().map(Asked::query))
                .contains("sum by (namespace, model) (rate(requests_total{ns=\"ml\",}[300s]))");
    }

    @Test
    void eachWholeMinuteIsCountedOnce() throws Exception {
        var first = poll.ask(TICK);
        var again = poll.ask(TICK.plusSeconds(15));
        var later = poll.ask(TICK.plusSeconds(140));

        assertThat(first.minutes()).extracting(MetricReading.Minute::start).containsExactly(minute("11:59"));
        assertThat(again.minutes()).isEmpty();
        assertThat(later.minutes())
                .extracting(MetricReading.Minute::start)
                .containsExactly(minute("12:00"), minute("12:01"));
        assertThat(later.minutes()).extracting(MetricReading.Minute::backfilled).containsExactly(true, false);
    }

    @Test
    void afterALongGapOnlyTheLastMinutesAreCaughtUp() throws Exception {
        poll.ask(TICK);

        assertThat(poll.ask(TICK.plus(Duration.ofHours(5))).minutes()).hasSize(10);
    }

    @Test
    void aRefusedQueryLeavesTheOthersStanding() throws Exception {
        store.refuse = "success";

        var reading = poll.ask(TICK);

        assertThat(reading.answers()).extracting(it -> it.query().sli()).contains(Sli.TRAFFIC);
        assertThat(reading.warnings()).containsExactly("422: label missing");
    }

    @Test
    void aStoreThatIsGoneFailsTheRefresh() {
        store.gone = true;

        assertThatThrownBy(() -> poll.ask(TICK)).isInstanceOf(SourceException.class);
    }

    @Test
    void metricNamesWithSpecialCharactersAreMatchedLiterally() throws Exception {
        poll.ask(TICK);

        assertThat(store.regex).isEqualTo("requests_total|vllm:x");
    }

    private static Instant minute(String time) {
        return Instant.parse("2026-11-11T" + time + ":00Z");
    }

    record Asked(String query, Instant time) {}

    private static final class FakeStore implements MetricStore {
        final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
        volatile String refuse = "nothing";
        volatile boolean gone;
        volatile String regex = "";

        @Override
        public Vector instant(String query, Instant time) throws SourceException {
            asked.add(new Asked(query, time));
            if (gone) {
                throw new SourceException("prom", SourceException.Kind.UNREACHABLE, "refused");
            }
            if (query.startsWith(refuse)) {
                throw new SourceException("prom", SourceException.Kind.REFUSED, "422: label missing");
            }
            return new Vector(List.of(LabelSet.of(Map.of("model", "a"))), new double[] {1}, List.of());
        }

        @Override
        public Matrix range(String query, Instant from, Instant to, Duration step) {
            return new Matrix(List.of(), List.of());
        }

        @Override
        public Set<String> metricNames(String wanted) {
            regex = wanted;
            return Set.of("requests_total");
        }

        @Override
        public Description describe() {
            return new Description("Fake", false, 11_000, Duration.ZERO);
        }
    }
}
