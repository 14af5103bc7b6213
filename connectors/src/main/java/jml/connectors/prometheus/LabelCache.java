package jml.connectors.prometheus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jml.core.metric.LabelSet;
import org.jspecify.annotations.Nullable;

/// Gives the same label set instance for the same labels, answer after answer, found by the bytes that wrote them.
///
/// A server writes a series the same way in every answer, so that a known one costs a hash and a comparison of raw
/// bytes instead of strings and a map. Bounded: holds between one and two times `generation` ways of writing, and
/// forgets those that were not met for longest. Safe from several threads.
final class LabelCache {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int generation;
    private volatile Generation current = new Generation();
    private volatile Generation previous = new Generation();

    private static final class Generation {
        private final Map<Written, LabelSet> byBytes = new ConcurrentHashMap<>();
        private final Map<LabelSet, LabelSet> byLabels = new ConcurrentHashMap<>();
    }

    LabelCache(int generation) {
        this.generation = generation;
    }

    /// Null when nothing was ever written like this.
    @Nullable
    LabelSet find(Written probe) {
        var known = current.byBytes.get(probe);
        if (known == null) {
            known = previous.byBytes.get(probe);
            if (known != null) {
                keep(probe, known);
            }
        }
        return known;
    }

    /// @return the instance to use, which may be one that was written differently
    LabelSet learn(Written probe, LabelSet labels) {
        var known = current.byLabels.get(labels);
        if (known == null) {
            known = previous.byLabels.getOrDefault(labels, labels);
        }
        return keep(probe, known);
    }

    private LabelSet keep(Written probe, LabelSet labels) {
        var target = current;
        if (target.byBytes.size() >= generation) {
            target = turnOver(target);
        }
        var canonical = target.byLabels.putIfAbsent(labels, labels);
        var kept = canonical == null ? labels : canonical;
        target.byBytes.putIfAbsent(probe.copy(), kept);
        return kept;
    }

    /// Ways of writing that are remembered now.
    int size() {
        return current.byBytes.size() + previous.byBytes.size();
    }

    private synchronized Generation turnOver(Generation full) {
        if (current == full) {
            previous = full;
            current = new Generation();
        }
        return current;
    }

    /// A range of bytes as a key. Reused as a probe by one thread, copied to be kept.
    static final class Written {
        private byte[] bytes;
        private int from;
        private int length;
        private int hash;

        Written() {
            bytes = new byte[0];
        }

        Written over(byte[] newBytes, int newFrom, int newTo) {
            bytes = newBytes;
            from = newFrom;
            length = newTo - newFrom;
            hash = hash(newBytes, newFrom, length);
            return this;
        }

        private Written copy() {
            return new Written().over(Arrays.copyOfRange(bytes, from, from + length), 0, length);
        }

        private static int hash(byte[] bytes, int from, int length) {
            long hash = length * MIX;
            int end = from + length;
            int at = from;
            for (; at + Long.BYTES <= end; at += Long.BYTES) {
                hash = (hash ^ (long) LONGS.get(bytes, at)) * MIX;
                hash ^= hash >>> 32;
            }
            for (; at < end; at++) {
                hash = (hash ^ bytes[at]) * MIX;
            }
            return (int) (hash ^ (hash >>> 32));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Written that
                    && hash == that.hash
                    && Arrays.equals(bytes, from, from + length, that.bytes, that.from, that.from + that.length);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
