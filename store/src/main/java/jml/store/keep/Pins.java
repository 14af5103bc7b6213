package jml.store.keep;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Windows that are neither thinned nor deleted. Safe on any thread.
public final class Pins {
    /// Stands for all slots.
    public static final int FLEET = -1;

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

    /// A pin of this id is widened until it holds both windows.
    ///
    /// @param slot of the model whose lines it keeps, or [#FLEET]
    public void put(Handle db, String id, int slot, Window window) {
        int widened = db.createUpdate("""
                        UPDATE pin SET from_at = LEAST(from_at, ?), to_at = GREATEST(to_at, ?)
                         WHERE timeline = ? AND id = ?
                        """)
                .bind(0, window.from)
                .bind(1, window.to)
                .bind(2, timeline)
                .bind(3, id)
                .execute();
        if (widened == 0) {
            add(db, id, slot, window);
        }
    }

    private void add(Handle db, String id, int slot, Window window) {
        db.createUpdate("INSERT INTO pin (timeline, id, from_at, to_at, slot) VALUES (?, ?, ?, ?, ?)")
                .bind(0, timeline)
                .bind(1, id)
                .bind(2, window.from)
                .bind(3, window.to)
                .bind(4, slot)
                .execute();
    }

    public void remove(Handle db, String id) {
        db.createUpdate("DELETE FROM pin WHERE timeline = ? AND id = ?")
                .bind(0, timeline)
                .bind(1, id)
                .execute();
    }

    /// All windows, oldest first, those that overlap as one: years of releases are few of them.
    List<Window> all(Handle db) {
        return windows(db, Integer.MAX_VALUE);
    }

    /// The same of those that hold the whole fleet.
    List<Window> ofFleet(Handle db) {
        return windows(db, FLEET);
    }

    private List<Window> windows(Handle db, int mostSlot) {
        var pinned = db.createQuery("SELECT from_at, to_at FROM pin WHERE timeline = ? AND slot <= ? ORDER BY from_at")
                .bind(0, timeline)
                .bind(1, mostSlot)
                .map((row, context) -> new Window(row.getLong(1), row.getLong(2)))
                .list();
        var together = new ArrayList<Window>();
        for (var window : pinned) {
            var last = together.isEmpty() ? null : together.getLast();
            if (last != null && window.from <= last.to) {
                together.set(together.size() - 1, new Window(last.from, Math.max(last.to, window.to)));
            } else {
                together.add(window);
            }
        }
        return together;
    }
}
