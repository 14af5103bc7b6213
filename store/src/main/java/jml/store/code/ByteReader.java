package jml.store.code;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [ByteWriter] wrote. Bytes that end too soon or lengths that cannot be are an [IllegalStateException].
public final class ByteReader {
    private final byte[] bytes;
    private int at;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public ByteReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /// What is read. Not a copy.
    byte[] bytes() {
        return bytes;
    }

    /// The next byte, without going on.
    public int peek() {
        int next = bits8();
        at--;
        return next;
    }

    public int at() {
        return at;
    }

    public int bits8() {
        if (at >= bytes.length) {
            throw new IllegalStateException("ends too soon, at byte " + at);
        }
        return bytes[at++] & 0xff;
    }

    public long unsigned() {
        int first = bits8();
        if (first < 0x80) {
            return first;
        }
        long value = first & 0x7f;
        for (int shift = 7; shift < 64; shift += 7) {
            int next = bits8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalStateException("number without an end at byte " + at);
    }

    public long signed() {
        return unzigzag(unsigned());
    }

    /// A count or length that must fit what memory can hold.
    public int size() {
        long size = unsigned();
        if (size < 0 || size > 1 << 28) {
            throw new IllegalStateException("impossible size " + size + " at byte " + at);
        }
        return (int) size;
    }

    public String text() {
        int length = size();
        int from = at;
        skip(length);
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    public byte[] raw() {
        int length = size();
        int from = at;
        skip(length);
        return Arrays.copyOfRange(bytes, from, at);
    }

    public void skip(int length) {
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalStateException("ends too soon: " + length + " bytes wanted at byte " + at);
        }
        at += length;
    }

    public static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
