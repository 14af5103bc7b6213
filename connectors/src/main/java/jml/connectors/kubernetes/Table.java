package jml.connectors.kubernetes;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rows of one kind in one namespace as last heard, by uid. Written by one thread, read by any.
final class Table<R> {
    private Map<UUID, R> rows = new HashMap<>();

    /// True when something differs.
    synchronized boolean replace(Map<UUID, R> listed) {
        var changed = !rows.equals(listed);
        rows = listed;
        return changed;
    }

    /// Null forgets the row. True when something differs.
    synchronized boolean put(UUID uid, @Nullable R row) {
        if (row == null) {
            return rows.remove(uid) != null;
        }
        return !row.equals(rows.put(uid, row));
    }

    synchronized void forEach(Consumer<R> action) {
        rows.values().forEach(action);
    }

    synchronized int size() {
        return rows.size();
    }
}
