package jml.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Vectors of methods §2.8.
class ConfidenceSequenceTest {
    @ParameterizedTest
    @CsvSource({
        "700,1000,100,.651629,.745949",
        "15,50,50,.129556,.511896",
        "5,50,50,.013021,.269264",
        "1,50,50,0,.13489",
        "100,200,1,.328923,.671076",
        "1,2,50,0,1",
        "950,1000,500,.926411,.968731",
        "9500,10000,500,.942416,.957005",
        "485,500,500,.94155,.988289",
        "999,1000,500,.992933,1"
    })
    void aShareIsAsComputedElsewhere(long k, long n, long tuned, double low, double high) {
        var interval = ConfidenceSequence.share(k, n, 0.05, tuned);

        assertThat(interval.low()).isCloseTo(low, within(2e-6));
        assertThat(interval.high()).isCloseTo(high, within(2e-6));
    }

    @Test
    void aMeanIsAsComputedElsewhere() {
        assertThat(ConfidenceSequence.rho(0.05, 5_000)).isCloseTo(.03984006677137368, within(1e-15));
        // Methods: sums of 3,000 and 3,461 values, relative effect .50336 with standard error .33341.
        assertThat(ConfidenceSequence.half(.33341, 6_461, 0.05, 1_000)).isCloseTo(1.0618, within(1e-4));
        assertThat(ConfidenceSequence.half(.03386, 6_461, 0.05, 5_000)).isCloseTo(.102885, within(2e-5));
    }

    @ParameterizedTest
    @CsvSource({"100,3.42", "1000,1.72", "5000,1.55", "20000,1.60"})
    void itIsWiderThanOneLookWouldBe(long n, double times) {
        assertThat(ConfidenceSequence.half(1, n, 0.05, 5_000) / 1.959963984540054)
                .isCloseTo(times, within(.006));
    }
}
