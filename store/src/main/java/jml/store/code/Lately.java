package jml.store.code;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map that keeps what was used lately; the least used goes first. Safe on any thread.
public final class Lately<K, V> {
    private final LinkedHashMap<K, V> values = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    };
    private int capacity;

    public Lately(int capacity) {
        this.capacity = capacity;
    }

    public synchronized @Nullable V get(K key) {
        return values.get(key);
    }

    public synchronized void put(K key, V value) {
        values.put(key, value);
    }

    public synchronized void capacity(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void clear() {
        values.clear();
    }
}
