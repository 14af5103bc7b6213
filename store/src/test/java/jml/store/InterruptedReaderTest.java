package jml.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import jml.core.fleet.Origin;
import jml.core.fleet.RandomFleet;
import jml.core.fleet.SnapshotAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java closes a file channel for everybody when a thread inside it is interrupted; the record must survive that.
class InterruptedReaderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @AfterEach
    void calm() {
        Thread.interrupted();
    }

    @Test
    void anInterruptedThreadTakesTheRecordFromNobody() {
        var fleet = new RandomFleet(1, Origin.SIMULATED, 20);
        try (var record = H2FleetRecord.open(folder, Origin.SIMULATED, InstantSource.system())) {
            for (int i = 0; i < 40; i++) {
                var snapshot = fleet.next(NOON.plusSeconds(30L * i));
                Thread.currentThread().interrupt();
                record.append(snapshot);
                assertThat(Thread.interrupted()).isTrue();
                Thread.currentThread().interrupt();
                SnapshotAssert.assertSame(record.at(snapshot.at()).orElseThrow(), snapshot);
                Thread.interrupted();
            }
        }
        try (var record = H2FleetRecord.open(folder, Origin.SIMULATED, InstantSource.system())) {
            assertThat(record.notice()).isEmpty();
            assertThat(record.latest().orElseThrow().at()).isEqualTo(NOON.plusSeconds(30 * 39));
        }
    }
}
