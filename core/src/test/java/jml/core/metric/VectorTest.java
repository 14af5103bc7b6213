package jml.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VectorTest {
    private static final LabelSet LABELS = LabelSet.of(Map.of("model", "a"));

    @Test
    void everySeriesHasOneValue() {
        assertThatThrownBy(() -> new Vector(List.of(LABELS), new double[2], List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Vector(List.of(LABELS), new double[] {Double.NaN}, List.of()).size())
                .isEqualTo(1);
    }

    @Test
    void everyPointOfASeriesHasATime() {
        assertThatThrownBy(() -> new Series(LABELS, new long[2], new double[1], Duration.ofSeconds(30)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
