package jml.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliTest {
    @ParameterizedTest
    @EnumSource(Sli.class)
    void roundingTwiceIsRoundingOnce(Sli sli) {
        var random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double value = sli.onGrid((random.nextDouble() - 0.5) * 20);

            assertThat(sli.onGrid(value)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @EnumSource(Sli.class)
    void roundingMovesAValueByHalfAStepAtMost(Sli sli) {
        var random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            double value = (random.nextDouble() - 0.5) * 20;

            assertThat(Math.abs(sli.onGrid(value) - value)).isLessThanOrEqualTo(sli.grid() * 0.500001);
        }
    }

    @ParameterizedTest
    @CsvSource({"DRIFT,0.30000000000000004,0.3", "TRAFFIC,0.30000000000000004,0.3", "SUCCESS,0.999994999,0.99999"})
    void noiseOfBinaryFractionsIsGone(Sli sli, double value, double expected) {
        assertThat(sli.onGrid(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberPassesThrough(double value) {
        assertThat(Double.valueOf(Sli.SUCCESS.onGrid(value))).isEqualTo(Double.valueOf(value));
    }

    @Test
    void idsAreUniqueAndLeadBack() {
        assertThat(Arrays.stream(Sli.values()).map(Sli::id)).doesNotHaveDuplicates();
        for (var sli : Sli.values()) {
            assertThat(Sli.of(sli.id())).contains(sli);
        }
        assertThat(Sli.of("SUCCESS")).isEmpty();
    }
}
