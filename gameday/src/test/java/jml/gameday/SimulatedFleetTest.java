package jml.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelState;
import jml.core.fleet.Origin;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.gameday.plan.Change;
import org.junit.jupiter.api.Test;

class SimulatedFleetTest {
    private static final Instant OPENED = Instant.parse("2026-11-24T14:32:06Z");

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, OPENED);

    @Test
    void everyStateIsThereWheneverItIsOpened() {
        for (int hour = 0; hour < 24; hour += 5) {
            var opened = OPENED.plus(Duration.ofHours(hour));
            var snapshot = SimulatedFleet.of(hour, 24, opened).snapshot(opened);

            assertThat(snapshot.origin()).isEqualTo(Origin.SIMULATED);
            for (var state : ModelState.values()) {
                assertThat(count(snapshot, state))
                        .as("%s, opened at %s", state.word(), opened)
                        .isEqualTo(
                                switch (state) {
                                    case HEALTHY -> 16;
                                    case ATTENTION -> 3;
                                    default -> 1;
                                });
            }
        }
    }

    private static long count(FleetSnapshot snapshot, ModelState state) {
        return snapshot.standings().stream().filter(it -> it.state() == state).count();
    }

    @Test
    void theFirstEightShowEveryStateButHealthy() {
        var eight = SimulatedFleet.of(7, 8, OPENED).snapshot(OPENED);

        assertThat(count(eight, ModelState.ATTENTION)).isEqualTo(3);
        assertThat(count(eight, ModelState.HEALTHY)).isZero();
    }

    @Test
    void theCanaryOfTheFraudScorerIsTheProblemToFind() {
        var snapshot = fleet.snapshot(OPENED);
        int row = row(snapshot, "fraud-scorer");

        assertThat(snapshot.standing(row).state()).isEqualTo(ModelState.BREACHING);
        assertThat(Duration.between(snapshot.standing(row).since(), OPENED).toMinutes())
                .isBetween(20L, 22L);
        assertThat(snapshot.model(row).candidate()).isEqualTo("17");
        assertThat(snapshot.model(row).candidateWeight()).isEqualTo(0.25);
        assertThat(snapshot.figure(row, Arm.CANARY, Sli.FIDELITY).value()).isBetween(0.904, 0.910);
        assertThat(snapshot.figure(row, Arm.BASELINE, Sli.FIDELITY).value()).isGreaterThan(0.98);
    }

    @Test
    void aFleetOpenedBetweenTwoMillisecondsTellsTheSameStory() {
        for (int nanos = 1; nanos < 1_000_000; nanos += 99_991) {
            var opened = OPENED.plusNanos(nanos);
            var snapshot = SimulatedFleet.of(7, 8, opened).snapshot(opened);

            assertThat(snapshot.figure(row(snapshot, "fraud-scorer"), Arm.CANARY, Sli.FIDELITY)
                            .value())
                    .isBetween(0.904, 0.910);
        }
    }

    @Test
    void rollingBackBringsFidelityBackWithinMinutes() {
        var act = OPENED.plusSeconds(60);
        var setup = fleet.setup("fraud-scorer", act).orElseThrow();
        fleet.apply(new Change(act, "fraud-scorer", setup.rolledBack(), "somebody"));

        var later = fleet.snapshot(act.plus(Duration.ofMinutes(12)));
        int row = row(later, "fraud-scorer");

        assertThat(later.standing(row).state()).isNotEqualTo(ModelState.BREACHING);
        assertThat(later.figure(row, Arm.ALL, Sli.FIDELITY).value()).isGreaterThan(0.97);
        assertThat(later.model(row).releasing()).isFalse();
    }

    @Test
    void actingLeavesThePastAsItWas() {
        var before = OPENED.minusSeconds(30);
        var untouched = fleet.snapshot(before);
        var setup = fleet.setup("fraud-scorer", OPENED).orElseThrow();

        fleet.apply(new Change(OPENED, "fraud-scorer", setup.withWeight(1), "somebody"));

        same(fleet.snapshot(before), untouched);
    }

    @Test
    void theSameArgumentsGiveTheSameFleetInAnyOrder() {
        var other = SimulatedFleet.of(7, 24, OPENED);
        var early = OPENED.minus(Duration.ofHours(30));

        var late = fleet.snapshot(OPENED.plusSeconds(77));
        var first = fleet.snapshot(early);

        same(other.snapshot(early), first);
        same(other.snapshot(OPENED.plusSeconds(77)), late);
        same(fleet.snapshot(early), first);
    }

    @Test
    void anotherSeedIsAnotherFleet() {
        assertThat(SimulatedFleet.of(8, 24, OPENED).snapshot(OPENED).figures())
                .isNotEqualTo(fleet.snapshot(OPENED).figures());
    }

    @Test
    void countsNeverRunBackwards() {
        var act = OPENED.plusSeconds(90);
        var setup = fleet.setup("fraud-scorer", act).orElseThrow();
        FleetSnapshot before = null;
        for (long second = -2400; second < 1200; second += 10) {
            if (second == 100) {
                fleet.apply(new Change(act, "fraud-scorer", setup.rolledBack(), "somebody"));
            }
            var now = fleet.snapshot(OPENED.plusSeconds(second));
            for (int row = 0; before != null && row < now.size(); row++) {
                for (var count : Count.values()) {
                    long then = before.figures().count(row, count);
                    long later = now.figures().count(row, count);
                    assertThat(later)
                            .as("%s of %s at %d", count, now.model(row).key(), second)
                            .matches(it -> it < 0 || it >= then);
                }
            }
            before = now;
        }
    }

    @Test
    void fewerReplicasMakeTheModelSlowAndCold() {
        int row = row(fleet.snapshot(OPENED), "card-testing-guard");
        var later = OPENED.plus(Duration.ofMinutes(10));
        var well = fleet.snapshot(later);
        var setup = fleet.setup("card-testing-guard", OPENED).orElseThrow();

        fleet.apply(new Change(OPENED, "card-testing-guard", setup.withReplicas(2), "somebody"));
        var starved = fleet.snapshot(later);

        assertThat(starved.figure(row, Arm.ALL, Sli.UTILISATION).value()).isGreaterThan(1);
        for (var sli : new Sli[] {Sli.LATENCY_P95, Sli.COLD_STARTS, Sli.TIMEOUTS}) {
            assertThat(starved.figure(row, Arm.ALL, sli).value())
                    .as(sli.id())
                    .isGreaterThan(2 * well.figure(row, Arm.ALL, sli).value());
        }
    }

    @Test
    void aLargeFleetHasItsShareOfEveryState() {
        var snapshot = SimulatedFleet.of(7, 10_000, OPENED).snapshot(OPENED);

        assertThat(snapshot.size()).isEqualTo(10_000);
        assertThat(snapshot.roster().models().stream()
                        .map(it -> it.key().name())
                        .distinct())
                .hasSize(10_000);
        assertThat(Arrays.stream(ModelState.values()).filter(it -> count(snapshot, it) == 0))
                .isEmpty();
        assertThat(count(snapshot, ModelState.BREACHING)).isBetween(15L, 35L);
        assertThat(count(snapshot, ModelState.HEALTHY)).isBetween(9300L, 9700L);
    }

    private static int row(FleetSnapshot snapshot, String model) {
        return snapshot.roster().row(new ModelKey("game day", model)).orElseThrow();
    }

    private static void same(FleetSnapshot one, FleetSnapshot other) {
        assertThat(one.roster().models()).isEqualTo(other.roster().models());
        assertThat(one.figures()).isEqualTo(other.figures());
        assertThat(one.standings()).isEqualTo(other.standings());
        assertThat(one.alerts()).isEqualTo(other.alerts());
        assertThat(one.alertedRows()).isEqualTo(other.alertedRows());
    }
}
