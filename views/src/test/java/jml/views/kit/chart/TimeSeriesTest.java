package jml.views.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeSeriesTest {
    private static final Duration STEP = Duration.ofSeconds(10);

    @Test
    void samplesFurtherApartThanOneAndAHalfStepsAreNotJoined() {
        var series = new TimeSeries(new long[] {0, 10_000, 25_000, 40_001}, new double[] {1, 2, 3, 4}, STEP);

        assertThat(series.gapBefore(1)).isFalse();
        assertThat(series.gapBefore(2)).isFalse();
        assertThat(series.gapBefore(3)).isTrue();
    }

    @Test
    void aMissingValueIsAGapOnBothItsSides() {
        var series = new TimeSeries(new long[] {0, 10_000, 20_000}, new double[] {1, Double.NaN, 3}, STEP);

        assertThat(series.gapBefore(1)).isTrue();
        assertThat(series.gapBefore(2)).isTrue();
    }

    @Test
    void theNearestSampleAnswersForAnInstantUnlessItIsFar() {
        var series = new TimeSeries(new long[] {0, 10_000, 60_000}, new double[] {1, 2, 3}, STEP);

        assertThat(series.near(10_000)).isEqualTo(2);
        assertThat(series.near(6_000)).isEqualTo(2);
        assertThat(series.near(4_000)).isEqualTo(1);
        assertThat(series.near(35_000)).isNaN();
        assertThat(series.near(70_000)).isEqualTo(3);
        assertThat(series.near(-20_000)).isNaN();
    }

    @Test
    void theLastValueIsTheNewestThatIsOne() {
        assertThat(new TimeSeries(new long[] {0, 1, 2}, new double[] {5, 6, Double.NaN}, STEP).last())
                .isEqualTo(6);
        assertThat(new TimeSeries(new long[] {}, new double[] {}, STEP).last()).isNaN();
    }

    @Test
    void instantsAndValuesMustMatch() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSeries(new long[1], new double[2], STEP));
    }
}
