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

    /// Puts the numbers of all lanes at one instant where they belong.
    ///
    /// @param places for each lane, where its number goes; -1 for nowhere
    /// @param column its place among [#columns()]
    void into(long[] numbers, int[] places, int column, int instant) {
        var part = parts.get(column);
        var in = new ByteReader(bytes, part.start);
        if (in.bits8() == TileWriter.UNIFORM) {
            if (places.length > 0) {
                fill(numbers, places, SeriesCode.at(in, times.length, instant));
            }
            return;
        }
        long[] like = part.like < 0 ? new long[0] : at(parts.get(part.like), instant);
        for (int lane = 0; lane < places.length; lane++) {
            long number;
            if (part.like >= 0 && in.peek() == SeriesCode.SAME) {
                in.bits8();
                number = like[lane];
            } else {
                number = SeriesCode.at(in, times.length, instant);
            }
            if (places[lane] >= 0) {
                numbers[places[lane]] = number;
            }
        }
    }

    private static void fill(long[] numbers, int[] places, long number) {
        for (int place : places) {
            if (place >= 0) {
                numbers[place] = number;
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

    private long[] at(Part part, int instant) {
        var in = new ByteReader(bytes, part.start);
        var numbers = new long[lanes.size()];
        if (in.bits8() == TileWriter.UNIFORM) {
            if (numbers.length > 0) {
                Arrays.fill(numbers, SeriesCode.at(in, times.length, instant));
            }
            return numbers;
        }
        long[] like = part.like < 0 ? numbers : at(parts.get(part.like), instant);
        for (int lane = 0; lane < numbers.length; lane++) {
            if (in.peek() == SeriesCode.SAME) {
                in.bits8();
                numbers[lane] = like[lane];
            } else {
                numbers[lane] = SeriesCode.at(in, times.length, instant);
            }
        }
        return numbers;
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
