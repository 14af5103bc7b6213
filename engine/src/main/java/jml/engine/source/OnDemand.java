package jml.engine.source;

import java.util.concurrent.locks.ReentrantLock;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// A port that is made when it is first needed, and again after making it failed: a certificate that is missing at
/// start is a source error with an age, not a console that does not open. Safe from any thread.
public final class OnDemand<P> {
    /// Makes the port; may read files, may block.
    @FunctionalInterface
    public interface Opening<P> {
        P open() throws SourceException, InterruptedException;
    }

    private final Opening<P> opening;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable P port;

    public OnDemand(Opening<P> opening) {
        this.opening = opening;
    }

    public P get() throws SourceException, InterruptedException {
        lock.lockInterruptibly();
        try {
            var opened = port;
            if (opened == null) {
                port = opened = opening.open();
            }
            return opened;
        } finally {
            lock.unlock();
        }
    }
}
