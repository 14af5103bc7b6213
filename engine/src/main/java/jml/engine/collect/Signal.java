package jml.engine.collect;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Something happened since somebody last looked. Any number of raises wake one look.
final class Signal implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private boolean raised;
    private boolean closed;

    void raise() {
        lock.lock();
        try {
            raised = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when raised since the last call, or after the duration.
    void await(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!raised && !closed && left > 0) {
                left = moved.awaitNanos(left);
            }
            if (closed) {
                throw new InterruptedException("closed");
            }
            raised = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
