package jml.views.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelLineTest {
    private final PixelLine line = new PixelLine();

    @Test
    void aSpikeOfOneSampleAmongThousandsSurvives() {
        for (var i = 0; i < 100_000; i++) {
            line.add(i / 1000.0, i == 54_321 ? 900 : 10);
        }
        line.end();

        assertThat(line.size()).isLessThanOrEqualTo(2 * 100);
        assertThat(highest()).isEqualTo(900);
    }

    @Test
    void lowAndHighOfAColumnKeepTheirOrder() {
        line.add(0.1, 5);
        line.add(0.2, 9);
        line.add(0.3, 1);
        line.end();

        assertThat(line.size()).isEqualTo(2);
        assertThat(line.y(0)).isEqualTo(9);
        assertThat(line.y(1)).isEqualTo(1);
    }

    @Test
    void aGapStartsANewRun() {
        line.add(0, 1);
        line.add(1, 2);
        line.add(2, Double.NaN);
        line.add(3, 3);
        line.end();

        assertThat(line.size()).isEqualTo(3);
        assertThat(line.starts(0)).isTrue();
        assertThat(line.starts(1)).isFalse();
        assertThat(line.starts(2)).isTrue();
    }

    @Test
    void aGapInsideOnePixelColumnStillBreaksTheLine() {
        line.add(4.1, 1);
        line.add(4.2, Double.NaN);
        line.add(4.3, 7);
        line.end();

        assertThat(line.starts(0)).isTrue();
        assertThat(line.starts(1)).isTrue();
    }

    @Test
    void aClearedLineStartsAnew() {
        line.add(0, 1);
        line.end();
        line.clear();
        line.add(5, 2);
        line.end();

        assertThat(line.size()).isEqualTo(1);
        assertThat(line.starts(0)).isTrue();
    }

    private double highest() {
        var high = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < line.size(); i++) {
            high = Math.max(high, line.y(i));
        }
        return high;
    }
}
