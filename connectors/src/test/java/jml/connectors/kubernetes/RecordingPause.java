package jml.connectors.kubernetes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// Notes how long production would have waited, and hardly waits.
final class RecordingPause implements Pause {
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Override
    public void pause(Duration duration) throws InterruptedException {
        pauses.add(duration);
        LockSupport.parkNanos(1_000_000);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
