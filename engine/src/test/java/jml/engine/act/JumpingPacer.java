package jml.engine.act;

import java.time.Duration;
import java.time.Instant;
import jml.engine.Pacer;

/// A clock on which waiting takes no time: whoever sleeps moves it.
public final class JumpingPacer implements Pacer {
    private Instant now;

    public JumpingPacer(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        now = now.plus(duration);
    }
}
