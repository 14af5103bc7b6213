package jml.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetRecord.Span;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Origin;
import jml.core.fleet.Placement;
import jml.core.fleet.Roster;
import jml.core.fleet.StandingRules;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Workload;
import org.junit.jupiter.api.Test;

class ReleasePinsTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final RecordingFleetRecord record = new RecordingFleetRecord();
    private final ReleasePins pins = new ReleasePins(record);

    @Test
    void aReleaseIsPinnedFromTwoHoursBeforeItBeganToTwoHoursAfterItEnded() {
        for (int minute = 10; minute <= 190; minute++) {
            pins.keep(at(minute, "17"));
        }
        pins.keep(at(191, ""));

        assertThat(record.pins.values())
                .containsExactly(new Span(
                        NOON.minus(TWO_HOURS), NOON.plusSeconds(191 * 60).plus(TWO_HOURS)));
    }

    @Test
    void aPinMovesOnOnlyEveryHalfHour() {
        for (int minute = 1; minute <= 120; minute++) {
            pins.keep(at(minute, "17"));
        }

        assertThat(record.pinned).isEqualTo(4);
    }

    @Test
    void afterARestartTheSamePinGoesOn() {
        pins.keep(at(10, "17"));
        new ReleasePins(record).keep(at(90, "17"));

        assertThat(record.pins.values())
                .containsExactly(new Span(
                        NOON.minus(TWO_HOURS), NOON.plusSeconds(90 * 60).plus(TWO_HOURS)));
    }

    @Test
    void aReleaseThatStandsForDaysIsPinnedAtBothEndsOnly() {
        for (int hour = 0; hour <= 72; hour++) {
            pins.keep(at(hour * 60, "17"));
        }
        var end = NOON.plus(Duration.ofHours(73));
        pins.keep(at(73 * 60, ""));

        assertThat(record.pins.values())
                .hasSize(2)
                .contains(new Span(end.minus(TWO_HOURS), end.plus(TWO_HOURS)))
                .allSatisfy(it ->
                        assertThat(Duration.between(it.first(), it.last())).isLessThan(Duration.ofHours(27)));
    }

    @Test
    void whereNothingIsReleasedNothingIsPinned() {
        pins.keep(at(10, ""));

        assertThat(record.pins).isEmpty();
    }

    @Test
    void theRecorderPinsWhatItWrites() {
        var recorder = new Recorder(record, new jml.engine.FakePacer(NOON), Duration.ofSeconds(30));
        recorder.start();
        recorder.offer(at(10, "17"), List.of(), List.of());
        recorder.close();

        assertThat(record.pins).hasSize(1);
    }

    /// The candidate began to serve at noon.
    private static FleetSnapshot at(int minute, String candidate) {
        var at = NOON.plusSeconds(minute * 60L);
        var placements = new ArrayList<Placement>();
        if (!candidate.isEmpty()) {
            placements.add(new Placement(
                    "eu:ml/recs",
                    Workload.Kind.ROLLOUT,
                    Workload.Role.CANARY,
                    candidate,
                    "",
                    6,
                    NOON,
                    0.1,
                    1,
                    1,
                    0,
                    1));
        }
        var facts = new ModelFacts(
                new ModelKey("prod", "recs"),
                "",
                "",
                "",
                "",
                Map.of(),
                "16",
                candidate,
                candidate.isEmpty() ? Double.NaN : 0.1,
                placements,
                null,
                PodCounts.NONE,
                Workload.Resources.NONE,
                "",
                List.of(),
                List.of());
        var roster = new Roster(List.of(facts));
        var figures = new Figures.Builder(roster.subjects()).build();
        var none = FleetSnapshot.empty(at, Origin.LIVE);
        var standings = StandingRules.stand(at, roster, figures, List.of(), new int[0], List.of(), none);
        return new FleetSnapshot(
                at, Origin.LIVE, List.of(), roster, figures, standings, List.of(), new int[0], List.of(), List.of());
    }
}
