package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class FinishedReleaseTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");
    private static final ModelKey MODEL = new ModelKey("prod", "fraud");

    @Test
    void aVersionThatServesAllTrafficWasPromoted() {
        assertThat(FinishedRelease.of(event(FleetEvent.Kind.ROLLOUT, "v17 serves all traffic.")))
                .contains(new FinishedRelease(MODEL, NOON, true, "v17 serves all traffic."));
    }

    @Test
    void aCanaryTakenBackAndAnEarlierVersionThatServesAgainEndARelease() {
        assertThat(FinishedRelease.of(event(FleetEvent.Kind.ROLLBACK, "Canary v17 was taken back.")))
                .hasValueSatisfying(it -> assertThat(it.promoted()).isFalse());
        assertThat(FinishedRelease.of(event(FleetEvent.Kind.ROLLBACK, "v16 serves again, in place of v17.")))
                .isPresent();
    }

    @Test
    void aStepOfARolloutAndAVersionOnItsWayBackEndNothing() {
        assertThat(FinishedRelease.of(event(FleetEvent.Kind.ROLLOUT, "The rollout of v17 waits.")))
                .isEmpty();
        assertThat(FinishedRelease.of(event(FleetEvent.Kind.ROLLBACK, "v16 is on its way back.")))
                .isEmpty();
    }

    private static FleetEvent event(FleetEvent.Kind kind, String text) {
        return new FleetEvent("1", kind, NOON, NOON, MODEL, text, "Kubernetes");
    }
}
