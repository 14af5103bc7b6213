package jml.app.window;

import java.time.Duration;
import java.time.Instant;

/// Notices that the machine slept: the wall clock went on while this thread did not. Then everything is asked once,
/// at once, instead of whenever each source's turn comes.
final class WakeWatch implements AutoCloseable {
    private final Thread thread;

    private WakeWatch(Thread thread) {
        this.thread = thread;
    }

    /// @param every how often it looks; a jump of more than three times that is a sleep
    static WakeWatch start(Duration every, Runnable woke) {
        return new WakeWatch(Thread.ofVirtual().name("wake").start(() -> watch(every, woke)));
    }

    private static void watch(Duration every, Runnable woke) {
        try {
            while (true) {
                var before = Instant.now();
                Thread.sleep(every);
                if (Duration.between(before, Instant.now()).compareTo(every.multipliedBy(3)) > 0) {
                    woke.run();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
