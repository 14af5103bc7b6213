package jml.store.code;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow as numbers are written: seven bits a byte, lowest first. Not thread-safe.
public final class ByteWriter {
    private byte[] bytes;
    private int size;
    private int bitsLeft;

    public ByteWriter(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    public int size() {
        return size;
    }

    public void bits8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /// Small when the number, read as unsigned, is small.
    public void unsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /// Small when the number is near zero on either side.
    public void signed(long value) {
        unsigned(zigzag(value));
    }

    /// Bits below the last, lowest first; [#endBits()] before anything else is written.
    ///
    /// @param width 0 to 64
    public void bits(long value, int width) {
        long rest = value;
        for (int left = width; left > 0; ) {
            if (bitsLeft == 0) {
                bits8(0);
                bitsLeft = 8;
            }
            int taken = Math.min(left, bitsLeft);
            bytes[size - 1] |= (byte) ((rest & ((1L << taken) - 1)) << (8 - bitsLeft));
            rest >>>= taken;
            bitsLeft -= taken;
            left -= taken;
        }
    }

    public void endBits() {
        bitsLeft = 0;
    }

    public void text(String value) {
        raw(value.getBytes(StandardCharsets.UTF_8));
    }

    /// Length first.
    public void raw(byte[] value) {
        unsigned(value.length);
        append(value, value.length);
    }

    public void append(byte[] value, int length) {
        room(length);
        System.arraycopy(value, 0, bytes, size, length);
        size += length;
    }

    public void append(ByteWriter other) {
        append(other.bytes, other.size);
    }

    /// Starts again with the same memory.
    public void clear() {
        size = 0;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
