package jml.connectors.kubernetes;

import java.time.Duration;

/// Waits between two attempts. Tests give one that returns at once.
@FunctionalInterface
interface Pause {
    void pause(Duration duration) throws InterruptedException;
}
