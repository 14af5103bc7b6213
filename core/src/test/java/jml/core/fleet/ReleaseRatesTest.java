package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class ReleaseRatesTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(28));

    private static FleetEvent event(Kind kind, String model, Duration after) {
        var at = FROM.plus(after);
        return new FleetEvent(kind + model + after, kind, at, at, new ModelKey("prod", model), "", "");
    }

    @Test
    void fortyDeploymentsWithThreeRollbacks() {
        var events = new ArrayList<FleetEvent>();
        for (int i = 0; i < 40; i++) {
            events.add(event(Kind.DEPLOY, "m" + i, Duration.ofHours(10 * i)));
            if (i < 3) {
                events.add(event(Kind.ROLLBACK, "m" + i, Duration.ofHours(10 * i + 1)));
            }
        }

        var rates = ReleaseRates.of(events, FROM, TO);

        assertThat(rates.deployments()).isEqualTo(40);
        assertThat(rates.perWeek()).isEqualTo(10);
        assertThat(rates.rollbacks()).isEqualTo(3);
        assertThat(rates.rate()).isEqualTo(0.075);
        assertThat(rates.low()).isCloseTo(0.026, within(0.0005));
        assertThat(rates.high()).isCloseTo(0.199, within(0.0005));
    }

    @Test
    void twelveDeploymentsWithoutARollbackCannotClaimFivePercent() {
        var events = new ArrayList<FleetEvent>();
        for (int i = 0; i < 12; i++) {
            events.add(event(Kind.DEPLOY, "m", Duration.ofDays(i)));
        }

        assertThat(ReleaseRates.of(events, FROM, TO).high()).isCloseTo(0.242, within(0.001));
    }

    @Test
    void aRollbackCountsForTheDeploymentBeforeItWithinSevenDays() {
        var events = List.of(
                event(Kind.ROLLBACK, "late", Duration.ofDays(9)),
                event(Kind.DEPLOY, "late", Duration.ofDays(1)),
                event(Kind.DEPLOY, "twice", Duration.ofDays(1)),
                event(Kind.DEPLOY, "twice", Duration.ofDays(2)),
                event(Kind.ROLLBACK, "twice", Duration.ofDays(3)),
                event(Kind.ROLLBACK, "other", Duration.ofDays(2)),
                event(Kind.DEPLOY, "end", Duration.ofDays(27)),
                event(Kind.ROLLBACK, "end", Duration.ofDays(29)),
                event(Kind.DEPLOY, "end", Duration.ofDays(28)));

        var rates = ReleaseRates.of(events, FROM, TO.plusSeconds(-1));

        assertThat(rates.deployments()).isEqualTo(4);
        assertThat(rates.rollbacks()).isEqualTo(1);
    }

    @Test
    void noDeploymentClaimsNothing() {
        var rates = ReleaseRates.of(List.of(), FROM, TO);

        assertThat(rates.perWeek()).isZero();
        assertThat(rates.rate()).isNaN();
        assertThat(rates.low()).isZero();
        assertThat(rates.high()).isEqualTo(1);
        assertThat(ReleaseRates.of(List.of(), FROM, FROM).perWeek()).isNaN();
    }
}
