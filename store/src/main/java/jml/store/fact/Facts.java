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
    private static final int WRITTEN_KEPT = 4096;
    private static final int READ_KEPT_AT_LEAST = 4096;

    /// A model's facts change a few times a day: so many versions of each make two days of jumps read nothing twice.
    private static final int KEPT_A_MODEL = 5;

    private record Known(FactKind kind, Object value) {}

    private final int timeline;
    private final Lately<Known, Long> written = new Lately<>(WRITTEN_KEPT);
    private final FactShelf shelf = new FactShelf(READ_KEPT_AT_LEAST);
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
            number = next(db);
            next++;
            db.createUpdate("INSERT INTO fact (timeline, number, kind, hash, body) VALUES (?, ?, ?, ?, ?)")
                    .bind(0, timeline)
                    .bind(1, number)
                    .bind(2, kind.word())
                    .bind(3, hash)
                    .bind(4, Packed.pack(json))
                    .execute();
        }
        written.put(key, number);
        shelf.put(number, value);
        return number;
    }

    /// The number of a value; -1 when it was never stored.
    public long find(Handle db, FactKind kind, Object value) {
        return stored(db, kind, sha256(FactJson.write(value)));
    }

    /// Forgets what was given out, after a transaction that did not commit: its numbers will name other values.
    public void forget() {
        forgetWritten();
        shelf.clear();
    }

    /// Forgets which values have a number, after some were deleted: they may need a new one.
    public void forgetWritten() {
        written.clear();
        next = -1;
    }

    /// The values behind numbers, in their order. A number without a row is damage: [IllegalStateException].
    public <T> List<T> list(Handle db, FactKind kind, Class<T> type, long[] numbers) {
        var values = new @Nullable Object[numbers.length];
        var missing = new MissingFacts(timeline);
        for (int i = 0; i < numbers.length; i++) {
            values[i] = i > 0 && numbers[i] == numbers[i - 1] ? values[i - 1] : shelf.get(numbers[i]);
            if (values[i] == null) {
                missing.add(numbers[i]);
            }
        }
        var fetched = missing.read(db, kind);
        fetched.forEach(shelf::put);
        var list = new ArrayList<T>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            list.add(type.cast(Objects.requireNonNull(values[i] == null ? fetched.get(numbers[i]) : values[i])));
        }
        return list;
    }

    /// The slots in row order behind a number. Not a copy.
    public int[] order(Handle db, long number) {
        return list(db, FactKind.ORDER, RowOrder.class, new long[] {number})
                .getFirst()
                .slots();
    }

    /// Deletes facts by number; returns how many. The newest stays, so that no number is ever given twice: what reads
    /// beside the recorder goes on trusting what it read. Nobody may write meanwhile.
    public int deleteExcept(Handle db, LongPredicate used) {
        long newest = next(db) - 1;
        var unused =
                db
                        .createQuery("SELECT number FROM fact WHERE timeline = ?")
                        .bind(0, timeline)
                        .mapTo(Long.class)
                        .stream()
                        .filter(number -> number != newest && !used.test(number))
                        .toList();
        if (!unused.isEmpty()) {
            var batch = db.prepareBatch("DELETE FROM fact WHERE timeline = ? AND number = ?");
            unused.forEach(number -> batch.bind(0, timeline).bind(1, number).add());
            batch.execute();
        }
        return unused.size();
    }

    /// Makes room in memory for the facts of a fleet of this size.
    public void expect(int models) {
        shelf.expect(KEPT_A_MODEL * models);
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

    private long next(Handle db) {
        if (next < 0) {
            next = db.createQuery("SELECT COALESCE(MAX(number), -1) + 1 FROM fact WHERE timeline = ?")
                    .bind(0, timeline)
                    .mapTo(long.class)
                    .one();
        }
        return next;
    }

    private static byte[] sha256(byte[] json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java without SHA-256", e);
        }
    }
}
