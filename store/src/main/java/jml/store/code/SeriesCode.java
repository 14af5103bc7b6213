package jml.store.code;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A short run of numbers, packed so that any one of them is read without the others: each is a fixed number of bits
/// above a floor, and the floor is level or a straight line from the first to the last number (which suits counts).
///
/// One byte says which: `00wwwwww` level, `01wwwwww` sloped, `10vvvvvv` all the same small number, [#SAME] nothing
/// follows and the reader knows the run from elsewhere. `w` is the number of bits, 63 standing for 64.
public final class SeriesCode {
    /// The first byte of a run that is written elsewhere.
    public static final int SAME = 0xC0;

    private static final int SLOPED = 0x40;
    private static final int SMALL = 0x80;
    private static final int WIDTH = 0x3F;
    private static final long MOST_RISE = 1L << 48;
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
        int levelWidth = width(most - least);
        long rise = numbers[numbers.length - 1] - numbers[0];
        // A difference that overflows has the wrong sign or is huge: such numbers lie on no line.
        boolean line = levelWidth < 62 && Math.abs(rise) < MOST_RISE && rise != 0;
        if (line && slopedGain(numbers, rise, levelWidth) > 0) {
            writeSloped(out, numbers, rise);
        } else {
            writePacked(out, numbers, 0, least, levelWidth);
        }
    }

    /// The number at one place; leaves the reader behind the run.
    public static long at(ByteReader in, int length, int index) {
        int head = in.bits8();
        if ((head & SMALL) != 0) {
            return small(head);
        }
        long rise = (head & SLOPED) == 0 ? 0 : in.signed();
        long floor = in.signed();
        int width = bits(head & WIDTH);
        int start = in.at();
        in.skip(bytes(length, width));
        return floor + line(rise, index, length) + packed(in.bytes(), start, index, width);
    }

    /// All numbers; leaves the reader behind the run.
    public static long[] read(ByteReader in, int length) {
        var numbers = new long[length];
        int head = in.bits8();
        if ((head & SMALL) != 0) {
            Arrays.fill(numbers, small(head));
            return numbers;
        }
        long rise = (head & SLOPED) == 0 ? 0 : in.signed();
        long floor = in.signed();
        int width = bits(head & WIDTH);
        int start = in.at();
        in.skip(bytes(length, width));
        for (int i = 0; i < length; i++) {
            numbers[i] = floor + line(rise, i, length) + packed(in.bytes(), start, i, width);
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

    private static void writeSloped(ByteWriter out, long[] numbers, long rise) {
        var range = rest(numbers, rise);
        writePacked(out, numbers, rise, range[0], width(range[1] - range[0]));
    }

    private static void writePacked(ByteWriter out, long[] numbers, long rise, long floor, int width) {
        out.bits8((rise == 0 ? 0 : SLOPED) | Math.min(width, WIDTH));
        if (rise != 0) {
            out.signed(rise);
        }
        out.signed(floor);
        int written = Math.min(width, WIDTH) == WIDTH ? 64 : width;
        for (int i = 0; i < numbers.length; i++) {
            out.bits(numbers[i] - floor - line(rise, i, numbers.length), written);
        }
        out.endBits();
    }

    // Bits saved by the slope, less what writing it costs.
    private static int slopedGain(long[] numbers, long rise, int levelWidth) {
        var range = rest(numbers, rise);
        int cost = 8 * (1 + (64 - Long.numberOfLeadingZeros(ByteWriter.zigzag(rise))) / 7);
        return (levelWidth - width(range[1] - range[0])) * numbers.length - cost;
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
