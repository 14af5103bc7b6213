package jml.store.code;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A short run of numbers, packed so that any one of them is read without unpacking the others: each is a fixed number
/// of bits above a floor. The floor is level, or a straight line from the first to the last number, or the bits tell
/// how far each number is from the one before it; the last two suit counts.
///
/// One byte says which: `00wwwwww` level, `01wwwwww` sloped, `10vvvvvv` all the same small number, `11wwwwww` stepped;
/// [#SAME] nothing follows and the reader knows the run from elsewhere. `w` is the number of bits, 63 standing for 64.
public final class SeriesCode {
    /// The first byte of a run that is written elsewhere.
    public static final int SAME = 0xC0;

    private static final int SLOPED = 0x40;
    private static final int SMALL = 0x80;
    private static final int STEPPED = 0xC0;
    private static final int SHAPE = 0xC0;
    private static final int WIDTH = 0x3F;
    private static final long MOST_RISE = 1L << 48;

    /// Of eight bytes, those that follow whatever bit of the first byte is where a number begins.
    private static final int SURE_BITS = 57;

    /// Steps of wider runs might overflow, and would not be small.
    private static final int MOST_STEPPED_WIDTH = 48;

    /// One number of a stepped run costs as many additions as it has before it: not for a byte.
    private static final int STEPPED_GAIN = 2;

    /// What eight bytes hold of narrower numbers may add up to more than has room in the place of two.
    private static final int LEAST_PAIRED_WIDTH = 4;

    /// By width: the lowest bit of every number in eight bytes, and of every other; all bits of every other and of a
    /// pair; where the last pair lies.
    private static final long[] FIRST = new long[MOST_STEPPED_WIDTH + 1];

    private static final long[] ONES = new long[MOST_STEPPED_WIDTH + 1];
    private static final long[] EVEN = new long[MOST_STEPPED_WIDTH + 1];
    private static final long[] PAIR = new long[MOST_STEPPED_WIDTH + 1];
    private static final int[] HIGHEST = new int[MOST_STEPPED_WIDTH + 1];

    static {
        for (int width = 1; width <= MOST_STEPPED_WIDTH; width++) {
            int step = SURE_BITS / width;
            PAIR[width] = -1L >>> Math.max(0, Long.SIZE - 2 * width);
            HIGHEST[width] = ((step - 1) >>> 1) * 2 * width;
            for (int number = 0; number < step; number++) {
                FIRST[width] |= 1L << (number * width);
                ONES[width] |= (number & 1) == 0 ? 1L << (number * width) : 0;
            }
            EVEN[width] = ONES[width] * ((1L << width) - 1);
        }
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private SeriesCode() {}

    /// @param numbers at least one
    public static void write(ByteWriter out, long[] numbers) {
        long least = numbers[0];
        long most = numbers[0];
        for (long number : numbers) {
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
        if (least == most) {
            writeConstant(out, least);
            return;
        }
        var level = new Packing(0, least, width(most - least));
        long rise = numbers[numbers.length - 1] - numbers[0];
        // A difference that overflows has the wrong sign or is huge: such numbers lie on no line.
        boolean line = level.width < 62 && Math.abs(rise) < MOST_RISE && rise != 0;
        var sloped = line ? sloped(numbers, rise) : level;
        var flat = sloped.bytes(numbers.length) < level.bytes(numbers.length) ? sloped : level;
        var stepped = level.width < MOST_STEPPED_WIDTH ? stepped(numbers) : null;
        if (stepped != null && stepped.bytes(numbers.length - 1) + STEPPED_GAIN <= flat.bytes(numbers.length)) {
            writeStepped(out, numbers, stepped);
        } else {
            writePacked(out, numbers, flat);
        }
    }

    /// How a run is packed.
    ///
    /// @param start the line's rise, or the first number of a stepped run
    private record Packing(long start, long floor, int width) {
        int bytes(int length) {
            return (start == 0 ? 0 : size(start)) + size(floor) + SeriesCode.bytes(length, width);
        }

        private static int size(long number) {
            return Math.max(1, (70 - Long.numberOfLeadingZeros(ByteWriter.zigzag(number))) / 7);
        }
    }

    /// The number at one place; leaves the reader behind the run.
    public static long at(ByteReader in, int length, int index) {
        int head = in.bits8();
        int shape = head & SHAPE;
        if (shape == SMALL) {
            return small(head);
        }
        long first = shape == 0 ? 0 : in.signed();
        long floor = in.signed();
        int width = bits(head & WIDTH);
        int start = in.at();
        if (shape == STEPPED) {
            in.skip(bytes(length - 1, width));
            return first + index * floor + sum(in.bytes(), start, index, width);
        }
        in.skip(bytes(length, width));
        return floor + line(first, index, length) + packed(in.bytes(), start, index, width);
    }

    /// All numbers; leaves the reader behind the run.
    public static long[] read(ByteReader in, int length) {
        var numbers = new long[length];
        int head = in.bits8();
        int shape = head & SHAPE;
        if (shape == SMALL) {
            Arrays.fill(numbers, small(head));
            return numbers;
        }
        long first = shape == 0 ? 0 : in.signed();
        long floor = in.signed();
        int width = bits(head & WIDTH);
        int start = in.at();
        if (shape == STEPPED) {
            in.skip(bytes(length - 1, width));
            numbers[0] = first;
            for (int i = 1; i < length; i++) {
                numbers[i] = numbers[i - 1] + floor + packed(in.bytes(), start, i - 1, width);
            }
            return numbers;
        }
        in.skip(bytes(length, width));
        for (int i = 0; i < length; i++) {
            numbers[i] = floor + line(first, i, length) + packed(in.bytes(), start, i, width);
        }
        return numbers;
    }

    private static void writeConstant(ByteWriter out, long number) {
        long zigzag = ByteWriter.zigzag(number);
        if (zigzag >= 0 && zigzag < 64) {
            out.bits8(SMALL | (int) zigzag);
        } else {
            out.bits8(0);
            out.signed(number);
        }
    }

    private static void writePacked(ByteWriter out, long[] numbers, Packing packing) {
        long rise = packing.start;
        out.bits8((rise == 0 ? 0 : SLOPED) | Math.min(packing.width, WIDTH));
        if (rise != 0) {
            out.signed(rise);
        }
        out.signed(packing.floor);
        int written = Math.min(packing.width, WIDTH) == WIDTH ? 64 : packing.width;
        for (int i = 0; i < numbers.length; i++) {
            out.bits(numbers[i] - packing.floor - line(rise, i, numbers.length), written);
        }
        out.endBits();
    }

    private static void writeStepped(ByteWriter out, long[] numbers, Packing packing) {
        out.bits8(STEPPED | packing.width);
        out.signed(packing.start);
        out.signed(packing.floor);
        for (int i = 1; i < numbers.length; i++) {
            out.bits(numbers[i] - numbers[i - 1] - packing.floor, packing.width);
        }
        out.endBits();
    }

    private static Packing sloped(long[] numbers, long rise) {
        var range = rest(numbers, rise);
        return new Packing(rise, range[0], width(range[1] - range[0]));
    }

    private static Packing stepped(long[] numbers) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 1; i < numbers.length; i++) {
            long step = numbers[i] - numbers[i - 1];
            least = Math.min(least, step);
            most = Math.max(most, step);
        }
        // Without bits it would read as written elsewhere.
        return new Packing(numbers[0], least, Math.max(1, width(most - least)));
    }

    private static long[] rest(long[] numbers, long rise) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < numbers.length; i++) {
            long rest = numbers[i] - line(rise, i, numbers.length);
            least = Math.min(least, rest);
            most = Math.max(most, rest);
        }
        return new long[] {least, most};
    }

    private static long line(long rise, int index, int length) {
        return rise == 0 ? 0 : rise * index / (length - 1);
    }

    private static int width(long unsignedRange) {
        return 64 - Long.numberOfLeadingZeros(unsignedRange);
    }

    private static int bits(int width) {
        return width == WIDTH ? 64 : width;
    }

    private static int bytes(int length, int width) {
        return (length * width + 7) >>> 3;
    }

    private static long small(int head) {
        return ByteReader.unzigzag(head & WIDTH);
    }

    /// The first `count` packed numbers together, as many a step as surely lie in eight bytes.
    private static long sum(byte[] bytes, int start, int count, int width) {
        int step = SURE_BITS / width;
        long sum = 0;
        for (int done = 0; done < count; done += step) {
            int bit = done * width;
            int size = Math.min(step, count - done);
            long some = (longAt(bytes, start + (bit >>> 3)) >>> (bit & 7)) & ((1L << (size * width)) - 1);
            sum += width < LEAST_PAIRED_WIDTH ? bitByBit(some, width) : pairByPair(some, width);
        }
        return sum;
    }

    private static long bitByBit(long some, int width) {
        long sum = 0;
        for (int bit = 0; bit < width; bit++) {
            sum += (long) Long.bitCount(some & (FIRST[width] << bit)) << bit;
        }
        return sum;
    }

    // Each number is added to its neighbour in the room of both; multiplying adds the pairs up in the highest room.
    private static long pairByPair(long some, int width) {
        long pairs = (some & EVEN[width]) + ((some >>> width) & EVEN[width]);
        return ((pairs * ONES[width]) >>> HIGHEST[width]) & PAIR[width];
    }

    private static long packed(byte[] bytes, int start, int index, int width) {
        if (width == 0) {
            return 0;
        }
        int bit = index * width;
        int at = start + (bit >>> 3);
        int shift = bit & 7;
        long low = longAt(bytes, at) >>> shift;
        if (shift + width > 64) {
            low |= (long) bytes[at + 8] << (64 - shift);
        }
        return width == 64 ? low : low & ((1L << width) - 1);
    }

    private static long longAt(byte[] bytes, int at) {
        if (at + 8 <= bytes.length) {
            return (long) LONGS.get(bytes, at);
        }
        long value = 0;
        for (int i = at; i < bytes.length; i++) {
            value |= (bytes[i] & 0xffL) << (8 * (i - at));
        }
        return value;
    }
}
