package jml.store.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jml.store.code.ByteReader;
import jml.store.code.ByteWriter;
import jml.store.code.Packed;
import org.jspecify.annotations.Nullable;

/// Several columns of one instant, by name, packed together.
final class Block {
    private static final int FORMAT = 1;
    private static final int UNIFORM = 0;
    private static final int EACH = 1;
    private static final int SAME_AS = 2;

    private final byte[] plain;
    private final Map<String, Integer> starts = new HashMap<>();
    private final List<Integer> startsInOrder = new ArrayList<>();

    private Block(byte[] plain) {
        this.plain = plain;
        var in = new ByteReader(plain);
        int format = in.bits8();
        if (format != FORMAT) {
            throw new IllegalStateException("frame of format " + format);
        }
        int columns = in.size();
        for (int i = 0; i < columns; i++) {
            var name = in.text();
            int length = in.size();
            starts.put(name, in.at());
            startsInOrder.add(in.at());
            in.skip(length);
        }
    }

    static Block read(byte[] bytes) {
        return new Block(Packed.unpack(bytes));
    }

    static byte[] write(List<Column> columns, Numbers instant) {
        var out = new ByteWriter(1 << 14);
        out.bits8(FORMAT);
        out.unsigned(columns.size());
        var body = new ByteWriter(1 << 13);
        var earlier = new ArrayList<long[]>();
        for (var column : columns) {
            var numbers = instant.column(column);
            if (numbers == null) {
                throw new IllegalArgumentException("no column " + column.name());
            }
            body.clear();
            writeColumn(body, numbers, earlier);
            earlier.add(numbers);
            out.text(column.name());
            out.unsigned(body.size());
            out.append(body);
        }
        return Packed.pack(out.toBytes());
    }

    long @Nullable [] column(Column column) {
        var start = starts.get(column.name());
        return start == null ? null : readColumn(start);
    }

    private static void writeColumn(ByteWriter out, long[] numbers, List<long[]> earlier) {
        out.unsigned(numbers.length);
        if (uniform(numbers)) {
            out.bits8(UNIFORM);
            out.signed(numbers.length == 0 ? 0 : numbers[0]);
            return;
        }
        // Indicators of one source share their event counts.
        for (int i = 0; i < earlier.size(); i++) {
            if (Arrays.equals(earlier.get(i), numbers)) {
                out.bits8(SAME_AS);
                out.unsigned(i);
                return;
            }
        }
        out.bits8(EACH);
        for (long number : numbers) {
            out.signed(number);
        }
    }

    private long[] readColumn(int start) {
        var in = new ByteReader(plain, start);
        var numbers = new long[in.size()];
        switch (in.bits8()) {
            case UNIFORM -> Arrays.fill(numbers, in.signed());
            case SAME_AS -> {
                return readColumn(startsInOrder.get(in.size()));
            }
            default -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = in.signed();
                }
            }
        }
        return numbers;
    }

    private static boolean uniform(long[] numbers) {
        for (long number : numbers) {
            if (number != numbers[0]) {
                return false;
            }
        }
        return true;
    }
}
