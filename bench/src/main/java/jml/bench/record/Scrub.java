package jml.bench.record;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import jml.engine.record.LiveTimeline;

/// Moves a timeline's cursor and waits until the moment that was asked for is published. One thread.
final class Scrub {
    private static final String READER = "timeline";

    private final LiveTimeline timeline;
    private final SynchronousQueue<Long> published = new SynchronousQueue<>();
    private final long reader;

    Scrub(LiveTimeline timeline) {
        this.timeline = timeline;
        this.reader = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(READER))
                .findFirst()
                .orElseThrow()
                .threadId();
        timeline.onChange(this::changed);
    }

    /// @param millis from the request to the published moment
    /// @param threadMillis CPU time of the thread that reads
    record Move(double millis, double threadMillis) {}

    Move to(Instant at) throws InterruptedException {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getThreadCpuTime(reader);
        long start = System.nanoTime();
        timeline.show(at);
        var end = published.poll(1, TimeUnit.MINUTES);
        if (end == null || timeline.current().snapshot().at().isAfter(at)) {
            throw new IllegalStateException("the record did not show " + at);
        }
        return new Move((end - start) / 1e6, (threads.getThreadCpuTime(reader) - cpu) / 1e6);
    }

    private void changed() {
        try {
            published.put(System.nanoTime());
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }
}
