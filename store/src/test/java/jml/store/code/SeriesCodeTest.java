package jml.store.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeriesCodeTest {
    @Test
    void everyRunComesBackWholeAndOneByOne() {
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            comesBack(run(random));
        }
    }

    @Test
    void theEndsOfTheNumberLineComeBack() {
        comesBack(Long.MIN_VALUE, Long.MAX_VALUE);
        comesBack(Long.MAX_VALUE, 0, Long.MIN_VALUE, -1);
        comesBack(Long.MAX_VALUE, Long.MAX_VALUE);
        comesBack(0, 1L << 62, -(1L << 62));
        comesBack(Long.MIN_VALUE + 5, 7);
        comesBack(42);
    }

    @Test
    void aLineCostsAlmostNothing() {
        assertThat(bytes(LongStream.range(0, 30).map(i -> 1_000_000 + 3000 * i).toArray()))
                .hasSizeLessThan(8);
    }

    @Test
    void aCountThatWandersOffEveryLineCostsItsSteps() {
        var random = new Random(2);
        var steps = random.longs(30, 350, 414).toArray();
        var counts = new long[30];
        counts[0] = 123_456_789;
        for (int i = 1; i < counts.length; i++) {
            counts[i] = counts[i - 1] + steps[i] + (i < 15 ? 0 : 200);
        }

        assertThat(bytes(counts)).hasSizeLessThanOrEqualTo(1 + 4 + 2 + (29 * 9 + 7) / 8);
        comesBack(counts);
    }

    @Test
    void countsOfStepsOfEveryWidthComeBackOneByOne() {
        var random = new Random(3);
        for (int width = 1; width <= 46; width++) {
            for (int round = 0; round < 50; round++) {
                var counts = new long[2 + random.nextInt(130)];
                for (int i = 1; i < counts.length; i++) {
                    counts[i] =
                            counts[i - 1] + (random.nextInt(4) == 0 ? (1L << width) - 1 : random.nextLong(1L << width));
                }
                comesBack(counts);
            }
        }
    }

    @Test
    void aSmallConstantCostsOneByte() {
        assertThat(bytes(new long[30])).hasSize(1);
        assertThat(bytes(LongStream.generate(() -> -1).limit(30).toArray())).hasSize(1);
    }

    @Test
    void aRunCutShortIsSeen() {
        var whole = bytes(new long[] {5, 900, 3, 77});
        var cut = java.util.Arrays.copyOf(whole, whole.length - 1);

        assertThatThrownBy(() -> SeriesCode.read(new ByteReader(cut), 4)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SeriesCode.at(new ByteReader(cut), 4, 0)).isInstanceOf(IllegalStateException.class);
    }

    private static long[] run(Random random) {
        int length = 1 + random.nextInt(40);
        int bits = 1 + random.nextInt(63);
        long slope = random.nextBoolean() ? 0 : random.nextLong(1L << 30);
        long start = random.nextLong() >> random.nextInt(64);
        boolean walk = random.nextBoolean();
        var run = new long[length];
        for (int i = 0; i < length; i++) {
            long noise = random.nextLong() >>> 64 - bits;
            run[i] = walk && i > 0 ? run[i - 1] + slope + noise : start + slope * i + noise;
        }
        return run;
    }

    private static void comesBack(long... numbers) {
        var bytes = bytes(numbers);
        var whole = new ByteReader(bytes);
        assertThat(SeriesCode.read(whole, numbers.length)).isEqualTo(numbers);
        assertThat(whole.at()).isEqualTo(bytes.length);
        for (int i = 0; i < numbers.length; i++) {
            var one = new ByteReader(bytes);
            assertThat(SeriesCode.at(one, numbers.length, i)).isEqualTo(numbers[i]);
            assertThat(one.at()).isEqualTo(bytes.length);
        }
    }

    private static byte[] bytes(long[] numbers) {
        var out = new ByteWriter(16);
        SeriesCode.write(out, numbers);
        return out.toBytes();
    }
}
