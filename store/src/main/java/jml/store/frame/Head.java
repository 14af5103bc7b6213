package jml.store.frame;

import java.util.Arrays;
import jml.store.code.ByteReader;
import jml.store.code.ByteWriter;
import org.jspecify.annotations.Nullable;

/// What an instant has besides its models' numbers. Lists are fact numbers unless said otherwise; "never" is
/// [jml.store.fact.SourceFact#NEVER].
///
/// @param at nanoseconds since 1970
/// @param order number of the row order
/// @param alertRows the roster's row for each alert, -1 for none
/// @param answers for each source, how many nanoseconds before `at` it last answered, or never
/// @param latencies of those answers in nanoseconds, or never
/// @param failures in a row, for each source
public record Head(
        long at,
        long order,
        long[] environments,
        long[] alerts,
        long[] alertRows,
        long[] sources,
        long[] answers,
        long[] latencies,
        long[] failures,
        long[] unmatched) {
    private static final int LISTS = 8;

    /// @param before the head written just before into the same bytes; lists equal to its own cost nothing
    void write(ByteWriter out, @Nullable Head before) {
        out.signed(before == null ? at : at - before.at);
        out.unsigned(order);
        var lists = lists();
        var earlier = before == null ? null : before.lists();
        int same = 0;
        for (int i = 0; i < LISTS; i++) {
            if (earlier != null && Arrays.equals(lists[i], earlier[i])) {
                same |= 1 << i;
            }
        }
        out.unsigned(same);
        for (int i = 0; i < LISTS; i++) {
            if ((same & 1 << i) == 0) {
                out.unsigned(lists[i].length);
                for (long number : lists[i]) {
                    out.signed(number);
                }
            }
        }
    }

    static Head read(ByteReader in, @Nullable Head before) {
        long at = in.signed() + (before == null ? 0 : before.at);
        long order = in.unsigned();
        int same = (int) in.unsigned();
        var earlier = before == null ? new long[LISTS][0] : before.lists();
        var lists = new long[LISTS][];
        for (int i = 0; i < LISTS; i++) {
            if ((same & 1 << i) != 0) {
                lists[i] = earlier[i];
                continue;
            }
            lists[i] = new long[in.size()];
            for (int k = 0; k < lists[i].length; k++) {
                lists[i][k] = in.signed();
            }
        }
        return new Head(at, order, lists[0], lists[1], lists[2], lists[3], lists[4], lists[5], lists[6], lists[7]);
    }

    private long[][] lists() {
        return new long[][] {environments, alerts, alertRows, sources, answers, latencies, failures, unmatched};
    }
}
