package jml.views.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void gapsAndInfinitiesDoNotStretchIt() {
        assertThat(Scale.of(Points.of(3, Double.NaN, 7, Double.POSITIVE_INFINITY)))
                .isEqualTo(new Scale(3, 7));
    }

    @Test
    void aFlatLineLiesInTheMiddle() {
        var scale = Scale.of(Points.of(50, 50, 50));

        assertThat(scale.pixel(50, 100, 0)).isEqualTo(50);
    }

    @Test
    void nothingHasARangeToo() {
        assertThat(Scale.of(Points.NONE)).isEqualTo(new Scale(0, 1));
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale(Double.NaN, 1));
    }
}
