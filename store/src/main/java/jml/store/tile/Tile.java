package jml.store.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import jml.store.code.ByteReader;
import jml.store.code.Checked;
import jml.store.code.SeriesCode;
import jml.store.fact.ColumnOrder;
import org.jspecify.annotations.Nullable;

/// One tile, read where it is asked: an instant of all lanes, or one lane over time. Immutable.
final class Tile {
    private final byte[] bytes;
    private final long[] times;
    private final List<Lane> lanes;
    private final ColumnOrder columns;
    private final List<Part> parts = new ArrayList<>();

    private record Part(int start, int like) {}

    /// @param orders finds the order of columns behind its number
    Tile(byte[] bytes, LongFunction<ColumnOrder> orders) {
        this.bytes = bytes;
        int end = Checked.open(bytes);
        var in = new ByteReader(bytes);
        int format = in.bits8();
        if (format != TileWriter.FORMAT && format != TileWriter.NAMED_FORMAT) {
            throw new IllegalStateException("tile of format " + format);
        }
        boolean named = format == TileWriter.NAMED_FORMAT;
        times = SeriesCode.read(in, count(in));
        int size = in.size();
        lanes = new ArrayList<>(size);
        for (int lane = 0; lane < size; lane++) {
            lanes.add(Lane.of(in.bits8()));
        }
        long order = named ? -1 : in.unsigned();
        var names = new ArrayList<String>();
        while (in.at() < end) {
            if (named) {
                names.add(in.text());
            }
            int like = in.size() - 1;
            int length = in.size();
            parts.add(new Part(in.at(), like));
            in.skip(length);
        }
        columns = named ? new ColumnOrder(names) : orders.apply(order);
        if (columns.names().size() != parts.size()) {
            throw new IllegalStateException("tile of " + parts.size() + " columns, not "
                    + columns.names().size());
        }
    }

    /// What its columns are called. Tiles of one version share it.
    ColumnOrder columns() {
        return columns;
    }

    long[] times() {
        return times;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /// Reads the numbers of all lanes at one instant.
    ///
    /// @param numbers an array a column of [#columns()], each at least as long as there are lanes; overwritten
    void at(int instant, long[][] numbers) {
        for (int column = 0; column < parts.size(); column++) {
            var part = parts.get(column);
            at(instant, part.start, part.like < 0 ? numbers[column] : numbers[part.like], numbers[column]);
        }
    }

    private void at(int instant, int start, long[] like, long[] numbers) {
        var in = new ByteReader(bytes, start);
        int size = lanes.size();
        if (in.bits8() == TileWriter.UNIFORM) {
            Arrays.fill(numbers, 0, size, size == 0 ? 0 : SeriesCode.at(in, times.length, instant));
            return;
        }
        for (int lane = 0; lane < size; lane++) {
            if (in.peek() == SeriesCode.SAME) {
                in.bits8();
                numbers[lane] = like[lane];
            } else {
                numbers[lane] = SeriesCode.at(in, times.length, instant);
            }
        }
    }

    /// Numbers of all lanes at all instants; null when the tile has no such column.
    long @Nullable [][] all(String column) {
        int place = columns.place(column);
        return place < 0 ? null : all(parts.get(place));
    }

    /// Numbers of one lane at all instants; null when the tile has no such column.
    long @Nullable [] run(String column, int lane) {
        int place = columns.place(column);
        return place < 0 ? null : run(parts.get(place), lane);
    }

    private long[][] all(Part part) {
        var runs = new long[lanes.size()][];
        var in = new ByteReader(bytes, part.start);
        if (in.bits8() == TileWriter.UNIFORM) {
            if (runs.length > 0) {
                Arrays.fill(runs, SeriesCode.read(in, times.length));
            }
            return runs;
        }
        long[][] like = part.like < 0 ? runs : all(parts.get(part.like));
        for (int lane = 0; lane < runs.length; lane++) {
            if (in.peek() == SeriesCode.SAME) {
                in.bits8();
                runs[lane] = like[lane];
            } else {
                runs[lane] = SeriesCode.read(in, times.length);
            }
        }
        return runs;
    }

    private long[] run(Part part, int wanted) {
        var in = new ByteReader(bytes, part.start);
        if (in.bits8() == TileWriter.UNIFORM) {
            return SeriesCode.read(in, times.length);
        }
        for (int lane = 0; lane < wanted; lane++) {
            if (in.peek() == SeriesCode.SAME) {
                in.bits8();
            } else {
                SeriesCode.at(in, times.length, 0);
            }
        }
        return in.peek() == SeriesCode.SAME ? run(parts.get(part.like), wanted) : SeriesCode.read(in, times.length);
    }

    private static int count(ByteReader in) {
        int count = in.size();
        if (count == 0) {
            throw new IllegalStateException("tile without an instant");
        }
        return count;
    }
}
