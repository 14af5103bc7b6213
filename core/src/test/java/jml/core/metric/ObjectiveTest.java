package jml.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTest {
    @ParameterizedTest
    @CsvSource({"0.59,false,0.6", "0.6,true,0.6", "0.69,true,0.6", "0.71,true,0.8", "0.8,true,0.8", "0.81,false,0.8"})
    void aBandHoldsBetweenItsLinesAndOnThem(double value, boolean holds, double line) {
        var band = new Objective(Sli.UTILISATION, 0.6, 0.8, 0);

        assertThat(band.holds(value)).isEqualTo(holds);
        assertThat(band.line(value)).isEqualTo(line);
    }

    @Test
    void aOneSidedObjectiveHasOneLine() {
        assertThat(Objective.atMost(Sli.DRIFT, 0.2, 0).line(-5)).isEqualTo(0.2);
        assertThat(Objective.atLeast(Sli.SUCCESS, 0.999, 0).line(2)).isEqualTo(0.999);
        assertThat(Objective.atMost(Sli.DRIFT, 0.2, 0).holds(-5)).isTrue();
        assertThat(Objective.atLeast(Sli.SUCCESS, 0.999, 0).holds(Double.NaN)).isFalse();
    }

    @Test
    void anObjectiveNeedsALineThatCanBeKept() {
        assertThatThrownBy(() -> new Objective(Sli.DRIFT, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Objective(Sli.DRIFT, 0.8, 0.6, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Objective(Sli.DRIFT, Double.NaN, 0.6, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Objective.atMost(Sli.DRIFT, 0.2, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
