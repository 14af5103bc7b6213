package jml.store.keep;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// Windows that are neither thinned nor deleted. Safe on any thread.
public final class Pins {
    private final int timeline;

    public Pins(int timeline) {
        this.timeline = timeline;
    }

    /// @param from first nanosecond
    /// @param to last nanosecond
    public record Window(long from, long to) {
        boolean touches(long start, long end) {
            return start <= to && end >= from;
        }
    }

    /// A pin of this id is replaced.
    public void put(Handle db, String id, Window window) {
        remove(db, id);
        db.createUpdate("INSERT INTO pin (timeline, id, from_at, to_at) VALUES (?, ?, ?, ?)")
                .bind(0, timeline)
                .bind(1, id)
                .bind(2, window.from)
                .bind(3, window.to)
                .execute();
    }

    public void remove(Handle db, String id) {
        db.createUpdate("DELETE FROM pin WHERE timeline = ? AND id = ?")
                .bind(0, timeline)
                .bind(1, id)
                .execute();
    }

    List<Window> all(Handle db) {
        return db.createQuery("SELECT from_at, to_at FROM pin WHERE timeline = ?")
                .bind(0, timeline)
                .map((row, context) -> new Window(row.getLong(1), row.getLong(2)))
                .list();
    }
}
