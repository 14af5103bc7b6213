package jml.store.fact;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
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
        if (size == 0) {
            return Map.of();
        }
        var found = new HashMap<Long, Object>();
        Object[] wanted =
                Arrays.stream(numbers, 0, size).sorted().distinct().boxed().toArray();
        try (var inflater = Packed.inflater()) {
            for (int from = 0; from < wanted.length; from += AT_ONCE) {
                var some = Arrays.copyOfRange(wanted, from, Math.min(wanted.length, from + AT_ONCE));
                batch(db, kind, some, inflater, found);
            }
        }
        if (found.size() < wanted.length) {
            throw new IllegalStateException(
                    wanted.length - found.size() + " facts about " + kind.word() + " are missing from the record");
        }
        return found;
    }

    private void batch(Handle db, FactKind kind, Object[] wanted, Inflater inflater, Map<Long, Object> found) {
        // A join looks each number up in the key's index; a list of them after IN would be compared with every row.
        var sql = """
                SELECT fact.number, fact.body FROM UNNEST(?) AS wanted (number)
                  JOIN fact ON fact.timeline = ? AND fact.number = wanted.number
                """;
        try (var query = db.getConnection().prepareStatement(sql)) {
            query.setArray(1, db.getConnection().createArrayOf("BIGINT", wanted));
            query.setInt(2, timeline);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), FactJson.read(kind, Packed.unpack(rows.getBytes(2), inflater)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("facts cannot be read", e);
        }
    }
}
