package jml.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.Origin;
import jml.core.fleet.StoreException;
import jml.store.code.Nanos;
import org.jdbi.v3.core.Handle;

/// One recorder's history of one origin, and the lease of the one process that may add to it.
///
/// @param id in this database
/// @param holder this process, as [Holder] names it
record Timeline(int id, Origin origin, String holder) {
    /// A recorder that renews every half minute is not taken for dead when one renewal is late.
    static final Duration LEASE = Duration.ofSeconds(75);

    /// Finds the timeline, or begins it under the recorder's name that the database already has.
    static Timeline of(Database database, Origin origin) {
        var holder = Holder.here();
        int id = database.read("find its timeline", db -> find(db, origin));
        if (id < 0) {
            id = database.write("begin a timeline", db -> {
                int found = find(db, origin);
                return found >= 0 ? found : begin(db, origin);
            });
        }
        return new Timeline(id, origin, holder);
    }

    /// Takes or renews the lease; false when another process holds it. A process that has ended holds nothing.
    boolean hold(Handle db, Instant now) {
        if (take(db, now, holder)) {
            return true;
        }
        var other = holderOf(db);
        return Holder.gone(other) && take(db, now, other);
    }

    private boolean take(Handle db, Instant now, String from) {
        return db.createUpdate("""
                        UPDATE timeline SET holder = :holder, held_until = :until
                         WHERE id = :id AND (holder IS NULL OR holder = :from OR held_until < :now)
                        """)
                        .bind("id", id)
                        .bind("holder", holder)
                        .bind("from", from)
                        .bind("now", Nanos.of(now))
                        .bind("until", Nanos.of(now.plus(LEASE)))
                        .execute()
                == 1;
    }

    private String holderOf(Handle db) {
        return db.createQuery("SELECT COALESCE(holder, '') FROM timeline WHERE id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .one();
    }

    void release(Handle db) {
        db.createUpdate("UPDATE timeline SET holder = NULL, held_until = NULL WHERE id = ? AND holder = ?")
                .bind(0, id)
                .bind(1, holder)
                .execute();
    }

    /// Takes or renews the lease, or refuses to write.
    void mustHold(Handle db, Instant now) {
        if (!hold(db, now)) {
            throw new StoreException("another console records into this data folder: this one only reads");
        }
    }

    /// Claims an instant for the snapshot about to be written.
    void advance(Handle db, Instant at) {
        int moved = db.createUpdate(
                        "UPDATE timeline SET last_at = :at WHERE id = :id AND (last_at IS NULL OR last_at < :at)")
                .bind("id", id)
                .bind("at", Nanos.of(at))
                .execute();
        if (moved == 0) {
            throw new StoreException("a snapshot of " + at + " comes too late: the record already goes to "
                    + Nanos.instant(lastAt(db)) + ". Was the clock set back?");
        }
    }

    /// From the first to the last recorded instant.
    Optional<FleetRecord.Span> span(Handle db) {
        return db.createQuery("""
                        SELECT LEAST(COALESCE((SELECT MIN(at) FROM frame WHERE timeline = :id), last_at),
                                     COALESCE((SELECT MIN(start_at) FROM tile WHERE timeline = :id), last_at)),
                               last_at
                          FROM timeline
                         WHERE id = :id AND last_at IS NOT NULL
                        """)
                .bind("id", id)
                .map((row, context) ->
                        new FleetRecord.Span(Nanos.instant(row.getLong(1)), Nanos.instant(row.getLong(2))))
                .findOne();
    }

    private long lastAt(Handle db) {
        return db.createQuery("SELECT last_at FROM timeline WHERE id = ?")
                .bind(0, id)
                .mapTo(long.class)
                .one();
    }

    private static int find(Handle db, Origin origin) {
        return db.createQuery("SELECT MIN(id) FROM timeline WHERE origin = ?")
                .bind(0, origin.word())
                .mapTo(Integer.class)
                .findOne()
                .orElse(-1);
    }

    private static int begin(Handle db, Origin origin) {
        var recorder = db.createQuery("SELECT MIN(recorder) FROM timeline")
                .mapTo(String.class)
                .findOne()
                .orElseGet(() -> UUID.randomUUID().toString());
        int id = db.createQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM timeline")
                .mapTo(int.class)
                .one();
        db.createUpdate("INSERT INTO timeline (id, recorder, origin) VALUES (?, ?, ?)")
                .bind(0, id)
                .bind(1, recorder)
                .bind(2, origin.word())
                .execute();
        return id;
    }
}
