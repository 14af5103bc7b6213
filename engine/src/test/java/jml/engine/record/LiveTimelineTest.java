package jml.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveTimelineTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

    private final RecordingFleetRecord record = new RecordingFleetRecord();
    private final LiveTimeline timeline = new LiveTimeline(record, at(0));
    private final LinkedBlockingQueue<Instant> shown = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        timeline.close();
    }

    @Test
    void itStartsWithWhatTheRecordHeldLast() {
        assertThat(timeline.current().snapshot().at()).isEqualTo(NOON);
        assertThat(timeline.current().live()).isTrue();
    }

    @Test
    void aPublishedSnapshotIsShownAtOnce() throws Exception {
        listen();

        timeline.publish(at(30));

        assertThat(shown.take()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void thePastStaysWhileNewSnapshotsArrive() throws Exception {
        record.snapshots.add(at(10));
        listen();

        timeline.show(NOON.plusSeconds(15));
        assertThat(shown.take()).isEqualTo(NOON.plusSeconds(10));
        timeline.publish(at(60));

        assertThat(timeline.current().live()).isFalse();
        assertThat(timeline.current().snapshot().at()).isEqualTo(NOON.plusSeconds(10));
        assertThat(timeline.live().snapshot().at()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void goingLiveShowsTheNewest() throws Exception {
        record.snapshots.add(at(10));
        listen();
        timeline.show(NOON.plusSeconds(15));
        shown.take();
        timeline.publish(at(60));

        timeline.showLive();

        assertThat(shown.take()).isEqualTo(NOON.plusSeconds(60));
        assertThat(timeline.current().live()).isTrue();
    }

    @Test
    void aDragLoadsOnlyTheNewestPosition() throws Exception {
        record.snapshots.add(at(0));
        var loading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        record.beforeRead = () -> {
            loading.countDown();
            awaitQuietly(goOn);
        };
        timeline.show(NOON.plusSeconds(1));
        loading.await();
        for (int i = 2; i <= 100; i++) {
            timeline.show(NOON.plusSeconds(i));
        }
        goOn.countDown();

        assertThat(record.read.take()).isEqualTo(NOON.plusSeconds(1));
        assertThat(record.read.take()).isEqualTo(NOON.plusSeconds(100));
    }

    @Test
    void anInstantBeforeTheRecordShowsItsFirst() throws Exception {
        record.snapshots.add(at(10));
        listen();

        timeline.show(NOON.minusSeconds(3600));

        assertThat(shown.take()).isEqualTo(NOON.plusSeconds(10));
    }

    private void listen() {
        timeline.onChange(() -> shown.add(timeline.current().snapshot().at()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }

    private static FleetSnapshot at(int seconds) {
        return FleetSnapshot.empty(NOON.plusSeconds(seconds), Origin.LIVE);
    }
}
