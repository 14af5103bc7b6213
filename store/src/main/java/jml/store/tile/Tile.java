package jml.store.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jml.store.code.ByteReader;
import jml.store.code.Checked;
import jml.store.code.SeriesCode;
import org.jspecify.annotations.Nullable;

/// One tile, read where it is asked: an instant of all lanes, or one lane over time. Immutable.
final class Tile {
    private final byte[] bytes;
    private final long[] times;
    private final List<Lane> lanes;
    private final Map<String, Part> parts = new HashMap<>();
    private final List<Part> partsInOrder = new ArrayList<>();

    private record Part(int start, int like) {}

    Tile(byte[] bytes) {
        this.bytes = bytes;
        int end = Checked.open(bytes);
        var in = new ByteReader(bytes);
        int format = in.bits8();
        if (format != TileWriter.FORMAT) {
            throw new IllegalStateException("tile of format " + format);
        }
        times = SeriesCode.read(in, count(in));
        int size = in.size();
        lanes = new ArrayList<>(size);
        for (int lane = 0; lane < size; lane++) {
            lanes.add(Lane.of(in.bits8()));
        }
        while (in.at() < end) {
            var name = in.text();
            int like = in.size() - 1;
            int length = in.size();
            var part = new Part(in.at(), like);
            parts.put(name, part);
            partsInOrder.add(part);
            in.skip(length);
        }
    }

    long[] times() {
        return times;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /// Puts the numbers of all lanes at one instant where they belong; nothing when the tile has no such column.
    ///
    /// @param places for each lane, where its number goes; -1 for nowhere
    void into(long[] numbers, int[] places, String column, int instant) {
        var part = parts.get(column);
        if (part == null) {
            return;
        }
        var in = new ByteReader(bytes, part.start);
        if (in.bits8() == TileWriter.UNIFORM) {
            if (places.length > 0) {
                fill(numbers, places, SeriesCode.at(in, times.length, instant));
            }
            return;
        }
        long[] like = part.like < 0 ? new long[0] : at(partsInOrder.get(part.like), instant);
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
        var part = parts.get(column);
        return part == null ? null : all(part);
    }

    /// Numbers of one lane at all instants; null when the tile has no such column.
    long @Nullable [] run(String column, int lane) {
        var part = parts.get(column);
        return part == null ? null : run(part, lane);
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
        long[] like = part.like < 0 ? numbers : at(partsInOrder.get(part.like), instant);
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
        long[][] like = part.like < 0 ? runs : all(partsInOrder.get(part.like));
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
        return in.peek() == SeriesCode.SAME
                ? run(partsInOrder.get(part.like), wanted)
                : SeriesCode.read(in, times.length);
    }

    private static int count(ByteReader in) {
        int count = in.size();
        if (count == 0) {
            throw new IllegalStateException("tile without an instant");
        }
        return count;
    }
}
