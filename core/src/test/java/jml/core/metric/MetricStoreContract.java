package jml.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jml.core.source.SourceException;
import org.junit.jupiter.api.Test;

/// What every [MetricStore] does. The questions need no stored series, so that any server with PromQL can be asked,
/// and their instants are fixed, so that recorded answers fit.
public abstract class MetricStoreContract {
    private static final Instant TIME = Instant.parse("2026-11-24T06:00:00Z");

    protected abstract MetricStore store() throws Exception;

    private static String series(String value, String model) {
        return "label_replace(vector(" + value + "), \"model\", \"" + model + "\", \"\", \"\")";
    }

    private static Map<String, Double> byModel(Vector vector) {
        var values = new HashMap<String, Double>();
        for (int i = 0; i < vector.size(); i++) {
            values.put(vector.labels().get(i).get("model"), vector.values()[i]);
        }
        return values;
    }

    @Test
    public void oneQueryAnswersForEveryModel() throws Exception {
        var vector = store().instant(series("0.5", "ranker") + " or " + series("2e-7", "scorer"), TIME);
        assertThat(byModel(vector)).isEqualTo(Map.of("ranker", 0.5, "scorer", 2e-7));
    }

    @Test
    public void aPlainNumberIsOneValueWithoutLabels() throws Exception {
        var vector = store().instant("20 + 22", TIME);
        assertThat(vector.values()).containsExactly(42);
        assertThat(vector.labels().getFirst().size()).isZero();
    }

    @Test
    public void nothingMatchingIsAnEmptyVector() throws Exception {
        assertThat(store().instant("vector(1) > 2", TIME).size()).isZero();
    }

    @Test
    public void infinitiesAreValues() throws Exception {
        var vector = store().instant(series("Inf", "up") + " or " + series("-Inf", "down"), TIME);
        assertThat(byModel(vector)).isEqualTo(Map.of("up", Double.POSITIVE_INFINITY, "down", Double.NEGATIVE_INFINITY));
    }

    @Test
    public void hostileNamesArriveAsTheyAre() throws Exception {
        var name = "a\\\"b\\n\u202e\u0000{x}[]\\\\" + "é".repeat(300);
        var vector = store().instant(series("1", name), TIME);
        assertThat(byModel(vector)).containsOnlyKeys("a\"b\n\u202e\u0000{x}[]\\" + "é".repeat(300));
    }

    @Test
    public void equalLabelsAreOneInstanceRefreshAfterRefresh() throws Exception {
        var store = store();
        var first = store.instant(series("1", "ranker"), TIME);
        var second = store.instant(series("1", "ranker"), TIME.plusSeconds(30));
        assertThat(second.labels().getFirst()).isSameAs(first.labels().getFirst());
    }

    @Test
    public void aWrongQueryIsRefusedInTheServersWords() {
        assertThatThrownBy(() -> store().instant("sum((up)", TIME))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.REFUSED))
                .hasMessageContaining("pars");
    }

    @Test
    public void aQueryLongerThanAUrlIsAnswered() throws Exception {
        var query = series("1", "ranker") + " or vector(2) > 2".repeat(400);
        assertThat(byModel(store().instant(query, TIME))).isEqualTo(Map.of("ranker", 1.0));
    }

    @Test
    public void aRangeIsAlignedOutwardsToItsStep() throws Exception {
        var from = TIME.plusSeconds(7);
        var matrix = store().range("vector(time())", from, from.plusSeconds(40), Duration.ofSeconds(15));
        var series = matrix.series().getFirst();
        assertThat(series.step()).isEqualTo(Duration.ofSeconds(15));
        assertThat(series.size()).isEqualTo(5);
        assertThat(series.time(0)).isEqualTo(TIME);
        assertThat(series.time(4)).isEqualTo(TIME.plusSeconds(60));
        assertThat(series.values()[1]).isEqualTo(TIME.plusSeconds(15).getEpochSecond());
    }

    @Test
    public void aRangeOfTooManyPointsGetsAWiderStep() throws Exception {
        // True on the hour only, so that the answer stays short.
        var hourly = "vector(time()) % 3600 == 0";
        var matrix = store().range(hourly, TIME.minus(Duration.ofDays(2)), TIME, Duration.ofSeconds(1));
        var series = matrix.series().getFirst();
        assertThat(series.step()).isGreaterThanOrEqualTo(Duration.ofSeconds(6));
        assertThat(series.size()).isEqualTo(49);
        assertThat(series.time(0)).isEqualTo(TIME.minus(Duration.ofDays(2)));
        assertThat(series.time(48)).isEqualTo(TIME);
    }

    @Test
    public void metricsThatDoNotExistAreNotNamed() throws Exception {
        assertThat(store().metricNames("no_such_metric|vllm:no_such.*")).isEmpty();
    }

    @Test
    public void theServerSaysWhatItIs() throws Exception {
        var description = store().describe();
        assertThat(description.product()).isNotBlank();
        assertThat(description.maxPoints()).isGreaterThanOrEqualTo(11_000);
    }

    @Test
    public void anInterruptedCallerGetsNoAnswer() throws Exception {
        var store = store();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.instant("vector(1)", TIME)).isInstanceOf(InterruptedException.class);
    }
}
