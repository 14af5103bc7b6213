package jml.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;

/// A clock that moves only when a test lets a sleeper go on: [#nextSleep()] says how long somebody wants to wait,
/// [#letGo()] moves the clock by that and wakes them.
public final class FakePacer implements Pacer {
    private final BlockingQueue<Duration> asked = new LinkedBlockingQueue<>();
    private final SynchronousQueue<Boolean> go = new SynchronousQueue<>();
    private volatile Instant now;

    public FakePacer(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        asked.add(duration);
        go.take();
    }

    /// Blocks until somebody sleeps.
    public Duration nextSleep() throws InterruptedException {
        return asked.take();
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    public void letGo() throws InterruptedException {
        go.put(true);
    }
}
