package jml.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import jml.core.fleet.FleetFeed.Pin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who wants to hear that something changed. Safe from any thread.
public final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<AtomicReference<Runnable>> listeners = new CopyOnWriteArrayList<>();

    public Pin add(Runnable listener) {
        // A holder of its own, so that one listener added twice is removed once.
        var holder = new AtomicReference<>(listener);
        listeners.add(holder);
        return () -> listeners.remove(holder);
    }

    public void tell() {
        for (var listener : listeners) {
            try {
                listener.get().run();
            } catch (RuntimeException bug) {
                // One broken screen must not keep the others from hearing.
                LOG.error("a listener failed", bug);
            }
        }
    }
}
