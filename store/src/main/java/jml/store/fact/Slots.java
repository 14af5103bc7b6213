package jml.store.fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import jml.core.fleet.Roster;
import jml.core.model.ModelKey;
import jml.store.code.Lately;
import org.jdbi.v3.core.Handle;

/// The number of each model in one timeline: given once, never changed, so that a model's figures lie together
/// whatever its row. Safe on any thread.
public final class Slots {
    private static final int ROSTERS_KEPT = 4;

    private final int timeline;
    private final Map<ModelKey, Integer> slots = new HashMap<>();
    private final Lately<Roster, int[]> rosters = new Lately<>(ROSTERS_KEPT);
    private int next;

    public Slots(int timeline) {
        this.timeline = timeline;
    }

    /// The model's slot; empty when it was never recorded.
    public synchronized OptionalInt find(Handle db, ModelKey model) {
        var slot = slots.get(model);
        if (slot == null) {
            // Another process may have recorded it since.
            load(db);
            slot = slots.get(model);
        }
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    /// Slots of a roster's models in row order, -1 for those that were never recorded.
    public synchronized int[] find(Handle db, Roster roster) {
        var lately = rosters.get(roster);
        if (lately != null) {
            return lately;
        }
        var found = known(roster);
        if (Arrays.stream(found).anyMatch(slot -> slot < 0)) {
            load(db);
            found = known(roster);
        }
        if (Arrays.stream(found).allMatch(slot -> slot >= 0)) {
            rosters.put(roster, found);
        }
        return found;
    }

    /// Keeps the slots of a roster that was read from the record.
    ///
    /// @param slots in row order, not copied
    public void remember(Roster roster, int[] slots) {
        rosters.put(roster, slots);
    }

    private int[] known(Roster roster) {
        return roster.models().stream()
                .mapToInt(model -> slots.getOrDefault(model.key(), -1))
                .toArray();
    }

    /// The model's slot, a new one when it has none. For the one thread that writes.
    public synchronized int number(Handle db, ModelKey model) {
        if (slots.isEmpty()) {
            load(db);
        }
        var known = slots.get(model);
        if (known != null) {
            return known;
        }
        int slot = next++;
        db.createUpdate("INSERT INTO model (timeline, slot, environment, name) VALUES (?, ?, ?, ?)")
                .bind(0, timeline)
                .bind(1, slot)
                .bind(2, model.environment())
                .bind(3, model.name())
                .execute();
        slots.put(model, slot);
        return slot;
    }

    /// Forgets what was given out: after a transaction that did not commit, or one by another process.
    public synchronized void forget() {
        slots.clear();
        rosters.clear();
        next = 0;
    }

    private void load(Handle db) {
        db.createQuery("SELECT slot, environment, name FROM model WHERE timeline = ?")
                .bind(0, timeline)
                .map((row, context) -> {
                    int slot = row.getInt(1);
                    slots.put(new ModelKey(row.getString(2), row.getString(3)), slot);
                    next = Math.max(next, slot + 1);
                    return slot;
                })
                .list();
    }
}
