package jml.store.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map that keeps what was used lately; the least used goes first. Safe on any thread.
final class Lately<K, V> {
    private final LinkedHashMap<K, V> values = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    };
    private int capacity;

    Lately(int capacity) {
        this.capacity = capacity;
    }

    synchronized @Nullable V get(K key) {
        return values.get(key);
    }

    synchronized void put(K key, V value) {
        values.put(key, value);
    }

    synchronized void capacity(int capacity) {
        this.capacity = capacity;
    }

    synchronized void clear() {
        values.clear();
    }
}
