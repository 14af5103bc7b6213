package jml.connectors.prometheus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import jml.core.metric.LabelSet;
import org.jspecify.annotations.Nullable;

/// Gives the same label set instance for the same labels, answer after answer, found by the bytes that wrote them.
///
/// A server writes a series the same way in every answer, so that a known one costs a hash of its raw bytes instead of
/// strings and a map. The hash has 64 bits and a secret seed: that two of a million ways of writing ever share one is
/// a matter of one in 30 million, and nobody can make it happen. Bounded: what has not come for a whole generation is
/// forgotten. Safe from several threads.
final class LabelCache {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Known[].class);
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final int generationSize;
    private final long seed = ThreadLocalRandom.current().nextLong();
    private Generation current = new Generation(null);

    LabelCache(int generationSize) {
        this.generationSize = generationSize;
    }

    /// One label set, as one answer meets it.
    ///
    /// @param number the same for equal labels, and small: counts up within a generation
    record Known(long hash, LabelSet labels, int number) {}

    /// For the reading of one answer: numbers are comparable inside it.
    synchronized Generation generation() {
        if (current.size() >= generationSize) {
            current = new Generation(current);
        }
        return current;
    }

    long hash(byte[] bytes, int from, int to) {
        long hash = seed ^ (to - from);
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << Byte.SIZE | (bytes[at] & 0xff);
        }
        return mixed(mixed(hash ^ rest));
    }

    private long mixed(long value) {
        long odd = seed | 1;
        return Math.unsignedMultiplyHigh(value, odd ^ STEP) ^ (value * STEP);
    }

    /// The label sets that were met since the generation began. Those of the generation before move over when met.
    static final class Generation {
        private final Map<LabelSet, Known> byLabels = new HashMap<>();
        private volatile Known[] slots = new Known[1024];
        private volatile @Nullable Generation before;
        private int written;

        Generation(@Nullable Generation before) {
            this.before = before;
            if (before != null) {
                before.before = null;
            }
        }

        /// Null when nothing was ever written like this.
        @Nullable
        Known find(long hash) {
            var known = found(slots, hash);
            if (known != null) {
                return known;
            }
            var older = before;
            var former = older == null ? null : found(older.slots, hash);
            return former == null ? null : learn(hash, former.labels());
        }

        /// @return with the instance to use, which may be one that was written differently
        synchronized Known learn(long hash, LabelSet labels) {
            var met = found(slots, hash);
            if (met != null) {
                return met;
            }
            var equal = byLabels.get(labels);
            if (equal == null) {
                equal = new Known(hash, former(labels), byLabels.size());
                byLabels.put(equal.labels(), equal);
            }
            var known = new Known(hash, equal.labels(), equal.number());
            if (++written * 2 > slots.length) {
                widen();
            }
            insert(slots, known);
            return known;
        }

        private LabelSet former(LabelSet labels) {
            var older = before;
            return older == null ? labels : older.instance(labels);
        }

        private synchronized LabelSet instance(LabelSet labels) {
            var known = byLabels.get(labels);
            return known == null ? labels : known.labels();
        }

        private void widen() {
            var wider = new Known[slots.length * 2];
            for (var known : slots) {
                if (known != null) {
                    insert(wider, known);
                }
            }
            slots = wider;
        }

        private static void insert(Known[] slots, Known known) {
            int mask = slots.length - 1;
            int at = (int) known.hash() & mask;
            while (slots[at] != null) {
                at = (at + 1) & mask;
            }
            SLOTS.setRelease(slots, at, known);
        }

        private static @Nullable Known found(Known[] slots, long hash) {
            int mask = slots.length - 1;
            for (int at = (int) hash & mask; ; at = (at + 1) & mask) {
                var known = (Known) SLOTS.getAcquire(slots, at);
                if (known == null || known.hash() == hash) {
                    return known;
                }
            }
        }

        /// Ways of writing that are remembered.
        synchronized int size() {
            return written;
        }
    }
}
