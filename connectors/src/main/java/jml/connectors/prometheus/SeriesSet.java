package jml.connectors.prometheus;

import java.util.Arrays;
import jml.connectors.prometheus.LabelCache.Known;

/// Which series an answer had already.
final class SeriesSet {
    private long[] bits = new long[256];

    /// @return false when it was there before
    boolean add(Known series) {
        int word = series.number() >>> 6;
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, bits.length * 2));
        }
        long bit = 1L << series.number();
        boolean fresh = (bits[word] & bit) == 0;
        bits[word] |= bit;
        return fresh;
    }
}
