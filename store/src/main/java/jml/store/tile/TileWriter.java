package jml.store.tile;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import jml.store.code.ByteWriter;
import jml.store.code.Checked;
import jml.store.code.SeriesCode;
import jml.store.fact.ColumnOrder;
import jml.store.frame.Column;
import org.jspecify.annotations.Nullable;

/// Writes one tile: up to 64 models, every column, some thirty instants. Each lane of a column is a run of numbers over
/// time; a run that an earlier column of the same kind has for the same lane is written once.
final class TileWriter {
    static final int FORMAT = 2;

    /// A tile whose columns have their names inside.
    static final int NAMED_FORMAT = 1;

    static final int UNIFORM = 0;
    static final int EACH = 1;

    /// Which instants a lane was there at, 0 or 1; elsewhere its numbers mean nothing.
    static final String THERE = "there";

    /// The columns of today's version, in the order they are written.
    static final ColumnOrder ORDER =
            new ColumnOrder(Stream.concat(Stream.of(THERE), Column.ALL.stream().map(Column::name))
                    .toList());

    // Several indicators of one source share their event counts; more candidates found nothing more.
    private static final int CANDIDATES = 3;

    private final ByteWriter out = new ByteWriter(1 << 15);
    private final ByteWriter body = new ByteWriter(1 << 12);
    private final Deque<Earlier> candidates = new ArrayDeque<>();
    private int columns;

    /// @param times nanoseconds since 1970, growing
    /// @param order number of the fact [#ORDER]
    TileWriter(long[] times, List<Lane> lanes, long order) {
        out.bits8(FORMAT);
        out.unsigned(times.length);
        SeriesCode.write(out, times);
        out.unsigned(lanes.size());
        for (var lane : lanes) {
            out.bits8(lane.code());
        }
        out.unsigned(order);
    }

    /// The next column of the order.
    ///
    /// @param runs one a lane, each with one number an instant
    /// @param shared whether runs may be the same as those of an earlier shared column
    void column(String name, long[][] runs, boolean shared) {
        if (ORDER.place(name) != columns) {
            throw new IllegalArgumentException("column " + name + " as number " + columns);
        }
        body.clear();
        int like = -1;
        if (uniform(runs)) {
            body.bits8(UNIFORM);
            if (runs.length > 0) {
                SeriesCode.write(body, runs[0]);
            }
        } else {
            body.bits8(EACH);
            var earlier = shared ? mostAlike(runs) : null;
            like = earlier == null ? -1 : earlier.column;
            for (int lane = 0; lane < runs.length; lane++) {
                if (earlier != null && Arrays.equals(runs[lane], earlier.runs[lane])) {
                    body.bits8(SeriesCode.SAME);
                } else {
                    SeriesCode.write(body, runs[lane]);
                }
            }
            if (shared) {
                remember(runs);
            }
        }
        out.unsigned(like + 1);
        out.unsigned(body.size());
        out.append(body);
        columns++;
    }

    byte[] bytes() {
        return Checked.close(out.toBytes());
    }

    private @Nullable Earlier mostAlike(long[][] runs) {
        Earlier best = null;
        int most = 0;
        for (var earlier : candidates) {
            int alike = 0;
            for (int lane = 0; lane < runs.length; lane++) {
                if (Arrays.equals(runs[lane], earlier.runs[lane])) {
                    alike++;
                }
            }
            if (alike > most) {
                most = alike;
                best = earlier;
            }
        }
        return best;
    }

    private void remember(long[][] runs) {
        candidates.addLast(new Earlier(columns, runs));
        if (candidates.size() > CANDIDATES) {
            candidates.removeFirst();
        }
    }

    private static boolean uniform(long[][] runs) {
        for (var run : runs) {
            if (!Arrays.equals(run, runs[0])) {
                return false;
            }
        }
        return true;
    }

    private record Earlier(int column, long[][] runs) {}
}
