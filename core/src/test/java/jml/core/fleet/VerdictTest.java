package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jml.core.metric.Objective;
import jml.core.metric.Sli;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    /// Expected values by exact rational arithmetic: 1 − Σ C(n,i) p^i (1−p)^(n−i) for i < bad.
    @ParameterizedTest
    @CsvSource({
        "0,50,0.001,1",
        "1,50,0.001,0.048794",
        "2,50,0.001,0.0011858",
        "3,50,0.001,0.0000189",
        "2,100,0.01,0.2642380",
        "50,50,0.001,0",
        "1,10,1,1",
        "1,10,0,0"
    })
    void theBinomialTailIsExact(long bad, long n, double p, double expected) {
        assertThat(Verdict.atLeast(bad, n, p)).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "0.98,50,TOO_LITTLE", // 1 of 50
        "0.96,50,TOO_LITTLE", // 2 of 50: chance explains it once in 843
        "0.94,50,MISSED", // 3 of 50
        "1,50,TOO_LITTLE",
        "0.9985,1000,MISSED",
        "1,1000,HOLDS",
        "0,1,TOO_LITTLE", // 1 of 1: once in a thousand
        "0,2,MISSED",
        "1,0,TOO_LITTLE"
    })
    void fewEventsMissAnObjectiveOnlyWhenChanceCannot(double value, long samples, Verdict expected) {
        var figures = new Figures.Builder(1)
                .measured(0, Sli.SUCCESS, value)
                .samples(0, Sli.SUCCESS, samples)
                .build();

        assertThat(Verdict.of(Objective.atLeast(Sli.SUCCESS, 0.999, 1000), figures, 0, 60))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"LATENCY_P95,10,5,TOO_LITTLE", "DRIFT,3,5,TOO_LITTLE", "MISSING_FEATURES,1,5,MISSED"})
    void onlySharesOfEventsCanBeProvenByFew(Sli sli, double value, long samples, Verdict expected) {
        var figures = new Figures.Builder(1)
                .measured(0, sli, value)
                .samples(0, sli, samples)
                .build();

        assertThat(Verdict.of(Objective.atMost(sli, 0.1, 1000), figures, 0, 60)).isEqualTo(expected);
    }
}
