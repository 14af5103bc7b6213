package jml.store.fact;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import jml.store.code.Packed;
import org.jdbi.v3.core.Handle;

/// Fetches facts by number, many a statement.
final class MissingFacts {
    private static final int AT_ONCE = 256;

    private final int timeline;
    private long[] numbers = new long[64];
    private int size;

    MissingFacts(int timeline) {
        this.timeline = timeline;
    }

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    Map<Long, Object> read(Handle db, FactKind kind) {
        var found = new HashMap<Long, Object>();
        var wanted = Arrays.stream(numbers, 0, size).sorted().distinct().toArray();
        for (int from = 0; from < wanted.length; from += AT_ONCE) {
            batch(db, kind, Arrays.copyOfRange(wanted, from, Math.min(wanted.length, from + AT_ONCE)), found);
        }
        if (found.size() < wanted.length) {
            throw new IllegalStateException(
                    wanted.length - found.size() + " facts about " + kind.word() + " are missing from the record");
        }
        return found;
    }

    private void batch(Handle db, FactKind kind, long[] wanted, Map<Long, Object> found) {
        // One statement text for every batch keeps its plan: the last number fills the places left over.
        var sql = "SELECT number, body FROM fact WHERE timeline = ? AND number IN (?" + ", ?".repeat(AT_ONCE - 1) + ")";
        try (var query = db.getConnection().prepareStatement(sql)) {
            query.setInt(1, timeline);
            for (int i = 0; i < AT_ONCE; i++) {
                query.setLong(i + 2, wanted[Math.min(i, wanted.length - 1)]);
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), FactJson.read(kind, Packed.unpack(rows.getBytes(2))));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("facts cannot be read", e);
        }
    }
}
