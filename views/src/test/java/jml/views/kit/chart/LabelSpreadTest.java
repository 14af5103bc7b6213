package jml.views.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelSpreadTest {
    @Test
    void labelsThatDoNotTouchStayWhereTheyAre() {
        assertThat(LabelSpread.spread(new double[] {10, 50, 90}, 14, 0, 100)).containsExactly(10, 50, 90);
    }

    @Test
    void touchingLabelsMoveApartByTheSameAmount() {
        assertThat(LabelSpread.spread(new double[] {52, 50}, 14, 0, 100)).containsExactly(58, 44);
    }

    @Test
    void labelsStayInsideThePlot() {
        assertThat(LabelSpread.spread(new double[] {99, 100, 100}, 14, 0, 100)).containsExactly(72, 86, 100);
    }

    @Test
    void anyLabelsEndUpApartAndInTheirOrder() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var wanted = random.doubles(6, 0, 200).toArray();

            var placed = LabelSpread.spread(wanted, 14, 0, 200);

            var order = new Integer[] {0, 1, 2, 3, 4, 5};
            Arrays.sort(order, (a, b) -> Double.compare(wanted[a], wanted[b]));
            for (var i = 1; i < order.length; i++) {
                assertThat(placed[order[i]] - placed[order[i - 1]]).isGreaterThanOrEqualTo(14 - 1e-9);
            }
            assertThat(Arrays.stream(placed).boxed()).allMatch(y -> y >= -1e-9 && y <= 200 + 1e-9);
        }
    }
}
