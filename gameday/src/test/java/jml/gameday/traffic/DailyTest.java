package jml.gameday.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jml.gameday.catalogue.SimulatedModel.Traffic;
import org.junit.jupiter.api.Test;

class DailyTest {
    private final Daily daily = new Daily(new Traffic(100, 0.2, 15, 1, 1), 9 * 3600);

    @Test
    void theDayIsBusiestAtItsPeakHour() {
        assertThat(daily.rate(daily.busyness(6 * 3600))).isCloseTo(100, within(1e-9));
        assertThat(daily.rate(daily.busyness(18 * 3600))).isCloseTo(20, within(1e-9));
    }

    @Test
    void closedFormsAreTheSumsOfTheirParts() {
        var from = new double[3];
        var to = new double[3];
        daily.integrals(1000, from);
        daily.integrals(60_000, to);
        var summed = new double[3];
        for (double second = 1000.5; second < 60_000; second++) {
            double s = daily.busyness(second);
            summed[0] += daily.rate(s) * (1 - s) * (1 - s);
            summed[1] += daily.rate(s) * 2 * s * (1 - s);
            summed[2] += daily.rate(s) * s * s;
        }

        for (int i = 0; i < 3; i++) {
            assertThat(to[i] - from[i]).isCloseTo(summed[i], within(summed[i] * 1e-6));
        }
    }
}
