package jml.core.fleet;

/// The moment every screen shows. Listeners learn that it changed, not what changed: they read [#current()],
/// so a slow one skips moments instead of queueing them. Safe from any thread.
public interface FleetFeed {
    Moment current();

    /// Runs `listener` on some thread after each change; it must return at once.
    Pin onChange(Runnable listener);

    /// Ends a registration; idempotent.
    interface Pin extends AutoCloseable {
        @Override
        void close();
    }
}
