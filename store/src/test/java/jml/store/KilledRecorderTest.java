package jml.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.fleet.RandomFleet;
import jml.core.fleet.SnapshotAssert;
import jml.store.retention.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recorder is killed at random moments, again and again on the same file: what it had acknowledged is there.
/// `-Djml.kill.rounds=N` for a long campaign.
class KilledRecorderTest {
    private static final int ROUNDS = Integer.getInteger("jml.kill.rounds", 10);
    private static final int STEP_SECONDS = 30;

    // So short that killed rounds seal, thin and sweep as well.
    private static final Retention SHORT = new Retention(
            Duration.ofSeconds(STEP_SECONDS),
            Duration.ofMinutes(40),
            Duration.ofHours(3),
            Duration.ofMinutes(2),
            Duration.ofHours(10),
            Duration.ofMinutes(10),
            1_000_000_000);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        var random = new Random(Long.getLong("jml.kill.seed", 1));
        var start = Instant.parse("2026-03-01T00:00:00Z");
        for (int round = 0; round < ROUNDS; round++) {
            var acknowledged = recordUntilKilled(start, round, 1 + random.nextInt(60));
            verify(start, round, acknowledged);
            start = start.plus(Duration.ofHours(2));
        }
    }

    private int recordUntilKilled(Instant start, int seed, int lines) throws Exception {
        int acknowledged = 0;
        try (var writer = new Child(Writer.class, folder, start.toString(), String.valueOf(seed))) {
            for (int i = 0; i < lines; i++) {
                assertThat(writer.line()).isEqualTo("kept " + i);
                acknowledged++;
            }
            writer.kill();
            // What it said before it died counts as well.
            for (var line = writer.line(); line != null; line = writer.line()) {
                if (line.equals("kept " + acknowledged)) {
                    acknowledged++;
                }
            }
        }
        return acknowledged;
    }

    private void verify(Instant start, int seed, int acknowledged) {
        var fleet = new RandomFleet(seed, Origin.SIMULATED, 20);
        var expected = new ArrayList<FleetSnapshot>();
        for (int i = 0; i <= acknowledged; i++) {
            expected.add(fleet.next(start.plusSeconds((long) STEP_SECONDS * i)));
        }
        try (var record = open(folder)) {
            assertThat(record.notice()).isEmpty();
            var last = record.latest().orElseThrow();
            // One may have been kept without its acknowledgement being heard.
            assertThat(last.at())
                    .isIn(
                            expected.get(acknowledged - 1).at(),
                            expected.get(acknowledged).at());
            for (var snapshot : recent(expected.subList(0, acknowledged))) {
                SnapshotAssert.assertSame(record.at(snapshot.at()).orElseThrow(), snapshot);
            }
        }
    }

    private static List<FleetSnapshot> recent(List<FleetSnapshot> snapshots) {
        var thinned = snapshots.getLast().at().minus(SHORT.full()).plusSeconds(2 * STEP_SECONDS);
        return snapshots.stream()
                .filter(snapshot -> snapshot.at().isAfter(thinned))
                .toList();
    }

    private static H2FleetRecord open(Path folder) {
        return H2FleetRecord.open(folder, Origin.SIMULATED, SHORT, InstantSource.system());
    }

    static final class Writer {
        public static void main(String[] args) {
            var start = Instant.parse(args[1]);
            var fleet = new RandomFleet(Long.parseLong(args[2]), Origin.SIMULATED, 20);
            try (var record = open(Path.of(args[0]))) {
                for (int i = 0; i < 10_000; i++) {
                    record.append(fleet.next(start.plusSeconds((long) STEP_SECONDS * i)));
                    System.out.println("kept " + i);
                    if (i % 10 == 9) {
                        record.compact();
                    }
                }
            }
        }
    }
}
