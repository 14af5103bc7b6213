package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import jml.core.alert.Alert;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.metric.Currency;
import org.junit.jupiter.api.Test;

class FleetEventTimesTest {
    private static final Instant BEFORE = Scene.AT;
    private static final Instant AFTER = Scene.AT.plusSeconds(30);

    @Test
    void aDeploymentHappenedWhenItsRevisionWasMade() {
        var next = new Scene();
        next.at = AFTER;
        next.releasing("17", 0.05).since = BEFORE.plusSeconds(7);
        next.revision = 6;
        next.rollout = null;

        assertThat(FleetEvents.between(new Scene().snapshot(), next.snapshot(), Currency.UNKNOWN))
                .singleElement()
                .satisfies(it -> assertThat(it.at()).isEqualTo(BEFORE.plusSeconds(7)));
    }

    @Test
    void aClockThatRunsAheadDeploysNothingInTheFuture() {
        var next = new Scene();
        next.at = AFTER;
        next.version = "17";
        next.since = AFTER.plusSeconds(60);
        next.alert(Alert.Severity.PAGE, "Burn", "", AFTER.plusSeconds(60));

        assertThat(FleetEvents.between(new Scene().snapshot(), next.snapshot(), Currency.UNKNOWN))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.at()).isEqualTo(AFTER));
    }

    @Test
    void anOldRevisionThatServesAgainDoesSoNow() {
        var next = new Scene();
        next.at = AFTER;
        next.version = "15";
        next.since = BEFORE.minus(Duration.ofDays(3));

        assertThat(FleetEvents.between(new Scene().snapshot(), next.snapshot(), Currency.UNKNOWN))
                .singleElement()
                .satisfies(it -> assertThat(it.at()).isEqualTo(AFTER));
    }

    @Test
    void aVersionDeployedTwiceIsTwoEvents() {
        var first = new Scene();
        first.at = AFTER;
        first.releasing("17", 0.05).revision = 6;
        var again = new Scene();
        again.at = AFTER;
        again.releasing("17", 0.05).revision = 8;
        var before = new Scene().snapshot();

        assertThat(FleetEvents.between(before, first.snapshot(), Currency.UNKNOWN)
                        .getFirst()
                        .id())
                .isNotEqualTo(FleetEvents.between(before, again.snapshot(), Currency.UNKNOWN)
                        .getFirst()
                        .id());
    }

    @Test
    void theFirstSnapshotDeploysNothingButItsAlertsAreTold() {
        var scene = new Scene().releasing("17", 0.25).alert(Alert.Severity.PAGE, "Burn", "", BEFORE.minusSeconds(60));

        assertThat(FleetEvents.between(
                        FleetSnapshot.empty(BEFORE.minusSeconds(1), Origin.LIVE), scene.snapshot(), Currency.UNKNOWN))
                .extracting(FleetEvent::kind)
                .containsExactly(Kind.PAGE_STARTED);
    }

    @Test
    void aModelThatAppearsIsDeployedOnlyWhenItsSourceSaysSo() {
        var before = new Scene().snapshot();
        var other = new Scene();
        other.at = AFTER;
        other.name = "credit";
        assertThat(FleetEvents.between(before, other.snapshot(), Currency.UNKNOWN))
                .isEmpty();

        other.since = BEFORE.plusSeconds(3);
        assertThat(FleetEvents.between(before, other.snapshot(), Currency.UNKNOWN))
                .extracting(it -> it.kind() + " " + it.text() + " " + it.at())
                .containsExactly("DEPLOY v16 began to serve. " + BEFORE.plusSeconds(3));
    }
}
