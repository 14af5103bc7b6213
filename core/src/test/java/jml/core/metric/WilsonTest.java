package jml.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    /// Vectors of methods §1.7.
    @ParameterizedTest
    @CsvSource({
        "0,10,0,.2775328",
        "1,10,.01787621,.40415003",
        "95,100,.88824953,.97845632",
        "485,500,.95109633,.98173679",
        "950,1000,.93468618,.96186974",
        "1,1000,.00017655,.00564256",
        "10,10,.7224672,1"
    })
    void theIntervalAgreesWithItsVectors(long k, long n, double low, double high) {
        assertThat(Wilson.interval(k, n).low()).isCloseTo(low, within(1e-7));
        assertThat(Wilson.interval(k, n).high()).isCloseTo(high, within(1e-7));
    }

    @Test
    void itLiesInsideZeroToOneAndGrowsWithTheCount() {
        for (int n = 1; n <= 60; n++) {
            double last = -1;
            for (int k = 0; k <= n; k++) {
                var interval = Wilson.interval(k, n);
                assertThat(interval.low()).isBetween(0.0, (double) k / n);
                assertThat(interval.high()).isBetween((double) k / n, 1.0);
                assertThat(interval.low()).isGreaterThanOrEqualTo(last);
                last = interval.low();
            }
        }
    }

    @Test
    void nothingSeenSaysNothing() {
        assertThat(Wilson.interval(0, 0)).isEqualTo(new Wilson.Interval(0, 1));
        assertThatThrownBy(() -> Wilson.interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
