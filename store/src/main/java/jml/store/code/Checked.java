package jml.store.code;

import java.util.Arrays;
import java.util.zip.CRC32C;

/// A checksum at the end of stored bytes: the database checks its pages' places, not what is in them, and a disk may
/// give back other bytes than it was given.
public final class Checked {
    /// Length of the checksum.
    public static final int BYTES = 4;

    private Checked() {}

    /// The bytes with their checksum behind them.
    public static byte[] close(byte[] plain) {
        var closed = Arrays.copyOf(plain, plain.length + BYTES);
        int sum = sum(plain, plain.length);
        for (int i = 0; i < BYTES; i++) {
            closed[plain.length + i] = (byte) (sum >>> (8 * i));
        }
        return closed;
    }

    /// Length of what stands before the checksum; other bytes than were stored are an [IllegalStateException].
    public static int open(byte[] closed) {
        int length = closed.length - BYTES;
        if (length < 0) {
            throw new IllegalStateException("stored bytes are cut short");
        }
        int sum = sum(closed, length);
        for (int i = 0; i < BYTES; i++) {
            if (closed[length + i] != (byte) (sum >>> (8 * i))) {
                throw new IllegalStateException("stored bytes are damaged");
            }
        }
        return length;
    }

    private static int sum(byte[] bytes, int length) {
        var sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
