package jml.gameday.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void numbersFillTheirRangeEvenly() {
        double sum = 0;
        double around = 0;
        for (int i = 0; i < 100_000; i++) {
            long hash = Chance.hash(7, i, 3);
            assertThat(Chance.unit(hash)).isBetween(0.0, 1.0);
            assertThat(Chance.around(hash)).isBetween(-1.0, 1.0);
            sum += Chance.unit(hash);
            around += Chance.around(hash);
        }

        assertThat(sum / 100_000).isCloseTo(0.5, within(0.005));
        assertThat(around / 100_000).isCloseTo(0, within(0.005));
    }

    @Test
    void everyArgumentCounts() {
        assertThat(Chance.hash(1, 2, 3))
                .isEqualTo(Chance.hash(1, 2, 3))
                .isNotEqualTo(Chance.hash(2, 2, 3))
                .isNotEqualTo(Chance.hash(1, 3, 3))
                .isNotEqualTo(Chance.hash(1, 2, 4))
                .isNotEqualTo(Chance.hash(1, 3, 2));
    }

    @Test
    void aWarpedClockRunsForwardsAndIsNeverAhead() {
        var clock = new Warp(5, 12, 160);
        double before = clock.at(0, 0) - 1;
        double slowest = 1;
        for (double second = 0; second < 20_000; second++) {
            double now = clock.at(second, 0);
            assertThat(now).isLessThanOrEqualTo(second).isGreaterThan(second - 2 * (12 + 160));
            slowest = Math.min(slowest, now - before);
            before = now;
        }

        assertThat(slowest).isBetween(0.1, 0.9);
    }

    @Test
    void aYoungClockIsHardlyLateAndAsLateAsAnyOnceItIsOld() {
        var clock = new Warp(5, 12, 160);
        for (double began = 0; began < 50_000; began += 977) {
            assertThat(clock.at(began + 60, began)).isGreaterThan(began + 60 - 0.09 * 344);
            assertThat(clock.at(began + 30_000, began)).isLessThan(began + 30_000);
        }
    }

    @Test
    void aClockThatCouldRunBackwardsIsRefused() {
        assertThatThrownBy(() -> new Warp(5, 40, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWanderStaysInReachAndDoesNotJump() {
        var wander = new Wander(3, 600, 0.02);
        double before = wander.at(0);
        for (double second = 1; second < 10_000; second++) {
            double now = wander.at(second);
            assertThat(now).isBetween(-0.02, 0.02).isCloseTo(before, within(0.001));
            before = now;
        }
    }
}
