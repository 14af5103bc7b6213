package jml.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelState;
import jml.core.fleet.Standing;
import jml.core.model.ModelKey;
import jml.gameday.SimulatedFleet;
import org.junit.jupiter.api.Test;

class UnapprovedInServiceTest {
    private static final Instant OPENED = Instant.parse("2026-11-11T14:00:00Z");

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, OPENED);
    private final SimulatedFindings findings = SimulatedFindings.of(fleet, Path.of("unused"));

    private static int row(FleetSnapshot snapshot, String model) {
        return snapshot.roster()
                .row(new ModelKey(SimulatedFleet.ENVIRONMENT.name(), model))
                .orElseThrow();
    }

    @Test
    void oneSimulatedModelServesUnapprovedAndAsksForAttention() {
        var snapshot = findings.in(fleet.snapshot(OPENED));
        int row = row(snapshot, "credit-line-review");

        assertThat(snapshot.model(row).findings())
                .containsExactly("credit-line-review v4 serves in game day, and nobody approved it.");
        assertThat(snapshot.standing(row).state()).isEqualTo(ModelState.ATTENTION);
        assertThat(snapshot.standing(row).cause()).isEqualTo(Standing.Cause.FACTS_DISAGREE);
    }

    @Test
    void whatWasApprovedOrNeedsNoApprovalIsNoFinding() {
        var snapshot = findings.in(fleet.snapshot(OPENED));

        assertThat(snapshot.model(row(snapshot, "credit-underwriting")).findings())
                .isEmpty();
        assertThat(snapshot.roster().models())
                .filteredOn(it -> !it.findings().isEmpty())
                .hasSize(1);
    }

    @Test
    void theRosterStaysTheSameWhileNothingChanges() {
        var first = findings.in(fleet.snapshot(OPENED)).roster();

        assertThat(findings.in(fleet.snapshot(OPENED.plusSeconds(5))).roster()).isSameAs(first);
        assertThat(findings.in(fleet.snapshot(OPENED.plus(Duration.ofMinutes(2))))
                        .roster()
                        .models())
                .filteredOn(it -> !it.findings().isEmpty())
                .hasSize(1);
    }
}
