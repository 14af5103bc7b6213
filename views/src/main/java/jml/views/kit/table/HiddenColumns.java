package jml.views.kit.table;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which columns a person hid, by the name of their table, so that they are hidden again at the next start. FX thread.
public final class HiddenColumns {
    private final Map<String, Set<String>> byTable = new TreeMap<>();

    /// Takes over what was kept; before the tables are made.
    public void restore(Map<String, Set<String>> kept) {
        byTable.putAll(kept);
    }

    /// Hides what was hidden in this table last time, and remembers what is hidden from now on. The id of a column that
    /// is gone is remembered and hides nothing.
    public void follow(String table, FleetColumns<?> columns) {
        columns.hide(byTable.getOrDefault(table, Set.of()));
        columns.hiddenProperty().subscribe(ids -> byTable.put(table, ids));
    }

    /// Tables with hidden columns and the ids of these; to be kept.
    public Map<String, Set<String>> all() {
        var all = new TreeMap<>(byTable);
        all.values().removeIf(Set::isEmpty);
        return all;
    }
}
