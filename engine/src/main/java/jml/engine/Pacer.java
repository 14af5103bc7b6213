package jml.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The only clock and the only way to wait in the engine, so that simulated days run in minutes and tests do not sleep.
public interface Pacer extends InstantSource {
    /// Blocks for the duration or until interrupted; returns at once when it is not positive.
    void sleep(Duration duration) throws InterruptedException;

    /// The machine's clock.
    static Pacer real() {
        return new Pacer() {
            @Override
            public Instant instant() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                if (duration.isPositive()) {
                    Thread.sleep(duration);
                }
            }
        };
    }
}
