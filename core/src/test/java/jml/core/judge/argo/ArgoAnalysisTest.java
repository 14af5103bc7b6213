package jml.core.judge.argo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jml.core.judge.argo.ArgoMetric.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Methods §2.5. A course is written as letters: s success, f failure, i neither, e error, n not a number.
class ArgoAnalysisTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({
        // count, failures, inconclusives, errors, successes in a row
        "ssss,4,0,0,4,0,SUCCESSFUL",
        "sss,4,0,0,4,0,RUNNING",
        "sf,4,0,0,4,0,FAILED",
        "fff,9,3,0,4,0,RUNNING",
        "ffff,9,3,0,4,0,FAILED",
        "ffffffs,7,-1,0,4,0,SUCCESSFUL",
        "i,4,0,0,4,0,INCONCLUSIVE",
        "isi,9,0,1,4,0,INCONCLUSIVE",
        "eeee,2,0,0,4,0,RUNNING",
        "eeeee,2,0,0,4,0,ERROR",
        "eeeeseeees,2,0,0,4,0,SUCCESSFUL",
        "ffe,9,1,0,0,0,FAILED",
        "ns,9,0,0,4,0,INCONCLUSIVE",
        "ssfss,9,1,0,4,2,SUCCESSFUL",
        "sfsfs,5,2,0,4,2,INCONCLUSIVE",
        "sfsfs,5,-1,0,4,2,FAILED",
        "sese,5,0,0,4,2,RUNNING",
        "ssssssssss,0,0,0,4,0,RUNNING"
    })
    void aMetricEndsAsArgoEndsIt(
            String course, int count, int failures, int inconclusives, int errors, int successes, Phase phase) {
        var metric = metric(new Limits(failures, inconclusives, errors, successes), count, MINUTE, false);

        assertThat(run(series(metric, course)).phase()).isEqualTo(phase);
    }

    @Test
    void withoutCountAndIntervalOneMeasurementIsTaken() {
        var run = run(series(metric(Limits.DEFAULT, 0, null, false), "ss"));

        assertThat(run.phase()).isEqualTo(Phase.SUCCESSFUL);
        assertThat(run.metrics().getFirst().count()).isEqualTo(1);
    }

    @Test
    void anErrorIsMeasuredAgainAfterTenSeconds() {
        var run = run(series(metric(Limits.DEFAULT, 3, MINUTE, false), "sees"));

        assertThat(run.after()).isEqualTo(Duration.ofSeconds(80));
        assertThat(run.metrics().getFirst().tally()).isEqualTo(new ArgoAnalysis.Tally(2, 0, 0, 2));
    }

    @Test
    void theWorstMetricIsTheRunsAndEndsTheOthersEarly() {
        var run = run(
                series(metric(Limits.DEFAULT, 9, MINUTE, false), "ssssssssf"),
                series(metric(Limits.DEFAULT, 9, MINUTE, false), "ssf"));

        assertThat(run.phase()).isEqualTo(Phase.FAILED);
        assertThat(run.metrics())
                .extracting(ArgoAnalysis.MetricResult::phase)
                .containsExactly(Phase.SUCCESSFUL, Phase.FAILED);
        assertThat(run.metrics().getFirst().count()).isEqualTo(3);
    }

    @Test
    void aDryRunDoesNotCount() {
        var run = run(
                series(metric(Limits.DEFAULT, 2, MINUTE, false), "ss"),
                series(metric(Limits.DEFAULT, 2, MINUTE, true), "ff"));

        assertThat(run.phase()).isEqualTo(Phase.SUCCESSFUL);
        assertThat(run.metrics().getLast().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void aTerminatedRunIsSuccessfulUnlessItFailed() {
        var endless = metric(Limits.DEFAULT, 0, MINUTE, false);

        assertThat(ArgoAnalysis.run(List.of(series(endless, "sss")), true).phase())
                .isEqualTo(Phase.SUCCESSFUL);
        assertThat(ArgoAnalysis.run(List.of(series(endless, "ssf")), true).phase())
                .isEqualTo(Phase.FAILED);
    }

    @Test
    void oneConditionAloneLeavesNothingInconclusive() throws Exception {
        var success = new ArgoMetric("m", Condition.of("result > 0"), null, Limits.DEFAULT, 0, null, false);
        var failure = new ArgoMetric("m", null, Condition.of("result < 0"), Limits.DEFAULT, 0, null, false);
        var none = new ArgoMetric("m", null, null, Limits.DEFAULT, 0, null, false);
        var nan = new Measurement.Value(Double.NaN);

        assertThat(success.phase(nan)).isEqualTo(Phase.FAILED);
        assertThat(failure.phase(nan)).isEqualTo(Phase.SUCCESSFUL);
        assertThat(none.phase(nan)).isEqualTo(Phase.SUCCESSFUL);
    }

    private static ArgoAnalysis.Run run(ArgoAnalysis.Series... series) {
        return ArgoAnalysis.run(List.of(series), false);
    }

    private static ArgoMetric metric(
            Limits limits, int count, @org.jspecify.annotations.Nullable Duration interval, boolean dryRun) {
        try {
            return new ArgoMetric(
                    "m", Condition.of("result > 0"), Condition.of("result < 0"), limits, count, interval, dryRun);
        } catch (ConditionException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static ArgoAnalysis.Series series(ArgoMetric metric, String course) {
        var measurements = new ArrayList<Measurement>();
        for (char letter : course.toCharArray()) {
            measurements.add(
                    switch (letter) {
                        case 's' -> new Measurement.Value(1.0);
                        case 'f' -> new Measurement.Value(-1.0);
                        case 'i' -> new Measurement.Value(0.0);
                        case 'n' -> new Measurement.Value(Double.NaN);
                        default -> new Measurement.Failure("no answer");
                    });
        }
        return new ArgoAnalysis.Series(metric, measurements);
    }
}
