package jml.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;
import jml.core.metric.SeriesArchive;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.engine.FakePacer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RecorderTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

    private static final Series NOTHING =
            new Series(LabelSet.of(Map.of()), new long[0], new double[0], Duration.ofSeconds(30));

    private final RecordingFleetRecord record = new RecordingFleetRecord();
    private final Recorder recorder = new Recorder(record, new FakePacer(NOON), Duration.ofSeconds(30));

    @Test
    void oneSnapshotEveryThirtySecondsIsKept() {
        recorder.start();
        for (int second = 0; second <= 60; second++) {
            offerAndWait(second);
        }
        recorder.close();

        assertThat(record.snapshots)
                .extracting(FleetSnapshot::at)
                .containsExactly(NOON, NOON.plusSeconds(30), NOON.plusSeconds(60));
    }

    @Test
    void aSlowWriterSkipsSnapshotsInsteadOfQueueingThem() {
        recorder.offer(at(0), List.of(), List.of());
        recorder.offer(at(30), List.of(), List.of());
        recorder.offer(at(60), List.of(), List.of());

        recorder.start();
        recorder.close();

        assertThat(record.snapshots).extracting(FleetSnapshot::at).containsExactly(NOON.plusSeconds(60));
    }

    @Test
    void eventsThatDoNotFitAreCountedAndSaid() {
        recorder.offer(
                at(0), IntStream.range(0, 10_003).mapToObj(RecorderTest::event).toList(), List.of());

        recorder.start();
        recorder.close();

        assertThat(record.events).hasSize(10_001);
        assertThat(record.events.getLast().text()).startsWith("3 events were lost");
    }

    @Test
    void whatAPersonDidIsKeptWithoutASnapshot() {
        recorder.tell(event(7));

        recorder.start();
        recorder.close();

        assertThat(record.events).containsExactly(event(7));
    }

    @Test
    void aFullDiskIsSaidAndTheNextWriteClearsIt() throws Exception {
        record.full = true;
        recorder.start();
        recorder.offer(at(0), List.of(), List.of());
        assertThat(record.writes.take()).isEqualTo("refused");
        record.full = false;
        recorder.offer(at(30), List.of(), List.of());
        recorder.close();

        assertThat(record.snapshots).hasSize(1);
        assertThat(recorder.problem()).isEmpty();
    }

    @Test
    void whatWaitsIsWrittenBeforeClosing() {
        recorder.offer(at(0), List.of(event(1)), List.of());
        recorder.start();

        recorder.close();

        assertThat(record.snapshots).hasSize(1);
        assertThat(record.events).hasSize(1);
    }

    @Test
    void answersOfTheLiveStoreGoIntoTheArchive() {
        recorder.start();
        recorder.keep(List.of(answer()));
        recorder.close();

        assertThat(record.archive.kept).containsExactly(answer());
    }

    @Test
    void withoutTheLeaseNoAnswerIsWrittenAndNoProblemSaid() {
        record.leased = false;
        recorder.start();
        recorder.keep(List.of(answer()));
        recorder.close();

        assertThat(record.archive.kept).isEmpty();
        assertThat(recorder.problem()).isEmpty();
    }

    private static SeriesArchive.Span answer() {
        var line = new SeriesArchive.Line(new ModelKey("prod", "fraud"), Arm.ALL, Sli.SUCCESS);
        return new SeriesArchive.Span(line, Duration.ofSeconds(30), NOON, NOON.plusSeconds(60), NOTHING);
    }

    private void offerAndWait(int second) {
        int before = record.snapshots.size();
        recorder.offer(at(second), List.of(), List.of());
        if (second % 30 == 0) {
            try {
                record.writes.take();
            } catch (InterruptedException cut) {
                throw new IllegalStateException(cut);
            }
            assertThat(record.snapshots).hasSize(before + 1);
        }
    }

    private static FleetEvent event(int number) {
        return new FleetEvent("e" + number, FleetEvent.Kind.DEPLOY, NOON, NOON, null, "v1 serves", "cluster");
    }

    private static FleetSnapshot at(int seconds) {
        return FleetSnapshot.empty(NOON.plusSeconds(seconds), Origin.LIVE);
    }
}
