package jml.store;

import java.time.InstantSource;
import java.util.function.Predicate;
import jml.store.frame.Numbering;
import jml.store.keep.Sweep;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;

/// Transactions of the one process that records a timeline: each takes or renews the lease, and is refused with a
/// `StoreException` while another process holds it. Safe on any thread.
final class SoleWriter {
    private final Database database;
    private final Timeline timeline;
    private final Numbering numbering;
    private final InstantSource clock;

    /// Guards what the recorder has numbered against a sweep that deletes it.
    private final Object writing = new Object();

    SoleWriter(Database database, Timeline timeline, Numbering numbering, InstantSource clock) {
        this.database = database;
        this.timeline = timeline;
        this.numbering = numbering;
        this.clock = clock;
    }

    boolean holdsLease() {
        return database.write("take the lease", db -> timeline.hold(db, clock.instant()));
    }

    void write(String what, HandleConsumer<RuntimeException> change) {
        step(what, db -> {
            change.useHandle(db);
            return true;
        });
    }

    /// Steps until one has nothing left to do; tells how many did something. Each is a transaction of its own, so that
    /// the recorder never waits long.
    int repeat(String what, Predicate<Handle> change) {
        int times = 0;
        while (step(what, change)) {
            times++;
        }
        return times;
    }

    void sweep(Sweep sweep) {
        synchronized (writing) {
            database.write("sweep facts", sweep::run);
            numbering.forgetWritten();
        }
    }

    // Whatever was numbered in a transaction that failed is forgotten.
    private boolean step(String what, Predicate<Handle> change) {
        synchronized (writing) {
            boolean committed = false;
            try {
                boolean done = database.write(what, db -> {
                    timeline.mustHold(db, clock.instant());
                    return change.test(db);
                });
                committed = true;
                return done;
            } finally {
                if (!committed) {
                    numbering.forget();
                }
            }
        }
    }
}
