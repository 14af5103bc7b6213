package jml.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Vector of methods §2.10.
class LatencyMetricTest {
    private static final List<Double> EDGES =
            List.of(.005, .01, .025, .05, .075, .1, .15, .2, .25, .3, .4, .5, .75, 1.0, 2.5, 5.0, 10.0);
    private static final long[] COUNTS = {0, 10, 60, 180, 220, 190, 170, 80, 40, 20, 15, 8, 5, 2, 0, 0, 0};

    @ParameterizedTest
    @CsvSource({"0.5,.0789473684,.05,.1", "0.95,.25,.2,.3", "0.99,.4625,.3,.75"})
    void aQuantileComesWithTheEdgesAroundIt(double q, double value, double low, double high) {
        var quantile = LatencyQuantile.of(buckets(0), q);

        assertThat(quantile.value()).isCloseTo(value, within(1e-9));
        assertThat(quantile.low()).isEqualTo(low);
        assertThat(quantile.high()).isEqualTo(high);
    }

    @Test
    void nothingMeasuredHasNoQuantile() {
        assertThat(LatencyQuantile.of(new LatencyBuckets(List.of(1.0), List.of(0L), 0), .95)
                        .value())
                .isNaN();
    }

    @Test
    void edgesAreThoseOfTheObjectiveAndOfTheBaselinesTail() {
        var metric = new LatencyMetric(
                "Latency", true, 0.2, 1.5, Collections.nCopies(30, new PairedLatency(buckets(0), buckets(0))));

        assertThat(metric.thresholds())
                .extracting(EventMetric::name)
                .containsExactly("Latency over 200 ms", "Latency over 250 ms", "Latency over 500 ms");
        assertThat(metric.thresholds().getFirst().intervals().getFirst())
                .isEqualTo(new PairedCounts(1000, 90, 1000, 90));
    }

    @Test
    void aSlowCanaryFailsAndAnEqualOnePasses() {
        var slow = new LatencyMetric(
                "Latency", true, 0.2, 1.5, Collections.nCopies(30, new PairedLatency(buckets(1), buckets(0))));
        var equal = new LatencyMetric(
                "Latency", true, 0.2, 1.5, Collections.nCopies(200, new PairedLatency(buckets(0), buckets(0))));

        assertThat(ReleaseJudge.judge(JudgePlan.DEFAULT, slow.thresholds()).verdict())
                .isEqualTo(Judgement.Verdict.ROLLBACK);
        assertThat(ReleaseJudge.judge(JudgePlan.DEFAULT, equal.thresholds()).verdict())
                .isEqualTo(Judgement.Verdict.PROMOTE);
    }

    // Moved by some buckets towards the slow end.
    private static LatencyBuckets buckets(int slower) {
        var atMost = new ArrayList<Long>();
        long sum = 0;
        for (int i = 0; i < COUNTS.length; i++) {
            sum += i < slower ? 0 : COUNTS[i - slower];
            atMost.add(sum);
        }
        return new LatencyBuckets(EDGES, atMost, 1000);
    }
}
