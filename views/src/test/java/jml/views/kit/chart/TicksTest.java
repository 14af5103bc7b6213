package jml.views.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void valuesAreRound() {
        assertThat(Ticks.values(new Scale(40, 130), 5)).containsExactly(40, 60, 80, 100, 120);
        assertThat(Ticks.values(new Scale(89, 100), 3)).containsExactly(90, 95, 100);
        assertThat(Ticks.values(new Scale(90.3, 99.4), 3)).containsExactly(92.5, 95, 97.5);
        assertThat(Ticks.values(new Scale(0, 0.31), 4)).containsExactly(0, 0.1, 0.2, 0.1 * 3);
    }

    @Test
    void thereAreNeverMoreThanAskedForAndNeverOneAlone() {
        for (var high = 0.001; high < 1e6; high *= 1.7) {
            assertThat(Ticks.values(new Scale(0, high), 4)).hasSizeBetween(2, 4);
        }
    }

    @Test
    void decimalsTellNeighboursApart() {
        assertThat(Ticks.decimals(new Scale(97, 98), 5)).isEqualTo(2);
        assertThat(Ticks.decimals(new Scale(0, 100), 4)).isZero();
    }

    @Test
    void aScaleOfPositiveValuesNeverShowsNegativeOnes() {
        assertThat(Ticks.roomy(new Scale(0, 10)).low()).isZero();
        assertThat(Ticks.roomy(new Scale(-1, 10)).low()).isLessThan(-1);
    }

    @Test
    void timesAreRoundInTheZoneTheyAreWrittenIn() {
        var from = Instant.parse("2026-11-24T11:32:00Z");

        assertThat(Ticks.times(from, from.plusSeconds(3 * 3600), ZoneOffset.UTC, 8))
                .startsWith(Instant.parse("2026-11-24T12:00:00Z"), Instant.parse("2026-11-24T12:30:00Z"))
                .hasSize(6);
        assertThat(Ticks.times(from, from.plusSeconds(86_400), ZoneId.of("Asia/Kathmandu"), 5))
                .first()
                // 18:00 in Kathmandu, which is 5 h 45 ahead
                .isEqualTo(Instant.parse("2026-11-24T12:15:00Z"));
    }
}
