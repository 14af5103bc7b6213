package jml.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Vectors of methods §2.9.
class SampleRatioTest {
    @ParameterizedTest
    @CsvSource({
        "0.5,5000,4800,.668608,.5124",
        "0.95,95000,5300,6.403974,.001655",
        "0.5,10500,10000,3.541091,.02898",
        "0.5,500,500,-.047657,1"
    })
    void itIsAsComputedElsewhere(double asked, long canary, long baseline, double factor, double p) {
        assertThat(SampleRatio.logBayesFactor(asked, canary, baseline)).isCloseTo(factor, within(1e-5));
        assertThat(SampleRatio.of(List.of(new SampleRatio.Stage(asked, canary, baseline)))
                        .p())
                .isCloseTo(p, within(p * 1e-3));
    }

    @Test
    void whatWasOnceFoundIsNotForgotten() {
        var bad = new SampleRatio.Stage(0.1, 20_000, 80_000);
        var good = new SampleRatio.Stage(0.25, 25_000, 75_000);

        assertThat(SampleRatio.of(List.of(bad, good)).mismatch()).isTrue();
        assertThat(SampleRatio.of(List.of(good)).mismatch()).isFalse();
    }

    @Test
    void nobodyAskedForASplitBelongsToNoMismatch() {
        assertThat(SampleRatio.of(List.of()).mismatch()).isFalse();
        assertThat(SampleRatio.of(List.of(new SampleRatio.Stage(1, 500, 0))).mismatch())
                .isFalse();
    }
}
