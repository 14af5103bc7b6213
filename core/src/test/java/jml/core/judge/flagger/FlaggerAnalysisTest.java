package jml.core.judge.flagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import jml.core.judge.flagger.FlaggerAnalysis.Outcome;
import org.junit.jupiter.api.Test;

/// Methods §2.6.
class FlaggerAnalysisTest {
    private static final FlaggerAnalysis ANALYSIS = new FlaggerAnalysis(FlaggerAnalysis.INTERVAL, 2, 3);

    @Test
    void passingChecksPromote() {
        var run = ANALYSIS.run(List.of(successRate(99, 99.5, 100)));

        assertThat(run.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(run.after()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void failedChecksAreCountedAndNeverForgiven() {
        var run = ANALYSIS.run(List.of(successRate(100, 98.9, 100, 98.9, 100)));

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.checks()).isEqualTo(4);
        assertThat(run.failedMetric()).isEqualTo("request-success-rate");
    }

    @Test
    void aFailedCheckHoldsTheWeightWhereItIs() {
        var run = ANALYSIS.run(List.of(successRate(100, 98.9, 100)));

        assertThat(run.outcome()).isEqualTo(Outcome.PROGRESSING);
        assertThat(ANALYSIS.run(List.of(successRate(100, 98.9, 100, 100))).outcome())
                .isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void noTrafficFailsACheck() {
        assertThat(ANALYSIS.run(List.of(successRate(Double.NaN, Double.NaN))).outcome())
                .isEqualTo(Outcome.ROLLED_BACK);
    }

    @Test
    void anyMetricFailsTheCheckOfAll() {
        var slow = new FlaggerMetric("request-duration", Double.NEGATIVE_INFINITY, 500, List.of(501.0, 500.0, 499.0));
        var run = ANALYSIS.run(List.of(successRate(100, 100, 100), slow));

        assertThat(run.failedChecks()).isEqualTo(1);
        assertThat(run.failedMetric()).isEqualTo("request-duration");
    }

    private static FlaggerMetric successRate(double... values) {
        return new FlaggerMetric(
                FlaggerMetric.SUCCESS_RATE,
                99,
                Double.POSITIVE_INFINITY,
                Arrays.stream(values).boxed().toList());
    }
}
