package jml.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedOpeningTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

    @TempDir
    private Path data;

    @Test
    void aLaterStartGoesOnWithTheSameStory() {
        assertThat(SimulatedOpening.of(data, false, NOON)).isEqualTo(NOON);

        assertThat(SimulatedOpening.of(data, true, NOON.plus(Duration.ofHours(9))))
                .isEqualTo(NOON);
        assertThat(SimulatedOpening.goingOn(data, NOON.plus(Duration.ofHours(23))))
                .contains(NOON);
    }

    @Test
    void afterADayThereIsANewProblemToFind() {
        SimulatedOpening.of(data, false, NOON);
        var later = NOON.plus(Duration.ofHours(25));

        assertThat(SimulatedOpening.of(data, true, later)).isEqualTo(later);
        assertThat(SimulatedOpening.of(data, true, later.plusSeconds(60))).isEqualTo(later);
    }

    @Test
    void aNewRecordBeginsANewStory() {
        SimulatedOpening.of(data, false, NOON);

        assertThat(SimulatedOpening.of(data, false, NOON.plusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aClockThatWentBackAndADamagedFileBeginANewStory() throws Exception {
        SimulatedOpening.of(data, false, NOON);
        assertThat(SimulatedOpening.goingOn(data, NOON.minusSeconds(60))).isEmpty();

        Files.writeString(data.resolve("simulation-opened"), "soon");
        assertThat(SimulatedOpening.goingOn(data, NOON)).isEmpty();
    }
}
