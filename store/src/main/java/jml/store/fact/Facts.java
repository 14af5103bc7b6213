package jml.store.fact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import jml.store.code.Lately;
import jml.store.code.Packed;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The facts of one timeline: each value kept once, named by the SHA-256 of its canonical JSON, referred to by number.
///
/// Numbers are given by the recorder alone, inside the transaction that first refers to them. Reading is safe from any
/// thread; values that were read or written lately are shared.
public final class Facts {
    private static final int SHARED_AT_LEAST = 4096;

    private record Known(FactKind kind, Object value) {}

    private final int timeline;
    private final Lately<Known, Long> written = new Lately<>(SHARED_AT_LEAST);
    private final Lately<Long, Object> shared = new Lately<>(SHARED_AT_LEAST);
    private long next = -1;

    public Facts(int timeline) {
        this.timeline = timeline;
    }

    /// The value's number; stores the value when it is new. For the one thread that writes.
    public long number(Handle db, FactKind kind, Object value) {
        var key = new Known(kind, value);
        var known = written.get(key);
        if (known != null) {
            return known;
        }
        byte[] json = FactJson.write(value);
        byte[] hash = sha256(json);
        long number = stored(db, kind, hash);
        if (number < 0) {
            number = nextNumber(db);
            db.createUpdate("INSERT INTO fact (timeline, number, kind, hash, body) VALUES (?, ?, ?, ?, ?)")
                    .bind(0, timeline)
                    .bind(1, number)
                    .bind(2, kind.word())
                    .bind(3, hash)
                    .bind(4, Packed.pack(json))
                    .execute();
        }
        written.put(key, number);
        shared.put(number, value);
        return number;
    }

    /// The number of a value; -1 when it was never stored.
    public long find(Handle db, FactKind kind, Object value) {
        return stored(db, kind, sha256(FactJson.write(value)));
    }

    /// Forgets what was given out: after a transaction that did not commit, or one by another process.
    public void forget() {
        written.clear();
        shared.clear();
        next = -1;
    }

    /// The values behind numbers, in their order. A number without a row is damage: [IllegalStateException].
    public <T> List<T> list(Handle db, FactKind kind, Class<T> type, long[] numbers) {
        var values = new @Nullable Object[numbers.length];
        var missing = new MissingFacts(timeline);
        for (int i = 0; i < numbers.length; i++) {
            values[i] = i > 0 && numbers[i] == numbers[i - 1] ? values[i - 1] : shared.get(numbers[i]);
            if (values[i] == null) {
                missing.add(numbers[i]);
            }
        }
        var fetched = missing.read(db, kind);
        fetched.forEach(shared::put);
        var list = new ArrayList<T>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            list.add(type.cast(Objects.requireNonNull(values[i] == null ? fetched.get(numbers[i]) : values[i])));
        }
        return list;
    }

    /// Deletes facts by number; returns how many. Nobody may write meanwhile.
    public int deleteExcept(Handle db, LongPredicate used) {
        var unused =
                db
                        .createQuery("SELECT number FROM fact WHERE timeline = ?")
                        .bind(0, timeline)
                        .mapTo(Long.class)
                        .stream()
                        .filter(number -> !used.test(number))
                        .toList();
        if (!unused.isEmpty()) {
            var batch = db.prepareBatch("DELETE FROM fact WHERE timeline = ? AND number = ?");
            unused.forEach(number -> batch.bind(0, timeline).bind(1, number).add());
            batch.execute();
        }
        return unused.size();
    }

    /// Room for this many values in memory besides a fixed number.
    public void expect(int values) {
        shared.capacity(SHARED_AT_LEAST + 2 * values);
    }

    private long stored(Handle db, FactKind kind, byte[] hash) {
        return db.createQuery("SELECT number FROM fact WHERE timeline = ? AND kind = ? AND hash = ?")
                .bind(0, timeline)
                .bind(1, kind.word())
                .bind(2, hash)
                .mapTo(long.class)
                .findOne()
                .orElse(-1L);
    }

    private long nextNumber(Handle db) {
        if (next < 0) {
            next = db.createQuery("SELECT COALESCE(MAX(number), -1) + 1 FROM fact WHERE timeline = ?")
                    .bind(0, timeline)
                    .mapTo(long.class)
                    .one();
        }
        return next++;
    }

    private static byte[] sha256(byte[] json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java without SHA-256", e);
        }
    }
}
