package jml.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RangeGridTest {
    private static final Instant TIME = Instant.parse("2026-11-24T10:00:07Z");

    @Test
    void bothEndsMoveOutwardsToTheStep() {
        var grid = RangeGrid.over(TIME, TIME.plusSeconds(60), Duration.ofSeconds(15), 11_000);
        assertThat(grid.from()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(grid.to()).isEqualTo("2026-11-24T10:01:15Z");
    }

    @Test
    void exactlyTheLimitIsLeftAlone() {
        var from = Instant.parse("2026-11-24T00:00:00Z");
        var grid = RangeGrid.over(from, from.plusSeconds(11_000), Duration.ofSeconds(1), 11_000);
        assertThat(grid.step()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void oneIntervalMoreTakesTheNextRoundStep() {
        var from = Instant.parse("2026-11-24T00:00:00Z");
        var grid = RangeGrid.over(from, from.plusSeconds(11_001), Duration.ofSeconds(1), 11_000);
        assertThat(grid.step()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void yearsAreStillWithinTheLimit() {
        var grid = RangeGrid.over(TIME.minus(Duration.ofDays(400_000)), TIME, Duration.ofMillis(1), 11_000);
        assertThat(Duration.between(grid.from(), grid.to()).dividedBy(grid.step()))
                .isLessThanOrEqualTo(11_000);
    }

    @Test
    void anEmptyStepIsTheCallersMistake() {
        assertThatThrownBy(() -> RangeGrid.over(TIME, TIME, Duration.ZERO, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
