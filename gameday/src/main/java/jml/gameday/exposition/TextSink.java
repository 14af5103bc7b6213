package jml.gameday.exposition;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes lines of an exposition, in UTF-8, through a buffer of its own. Not thread-safe.
final class TextSink {
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int size;

    TextSink(OutputStream out) {
        this.out = out;
    }

    TextSink text(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    TextSink bytes(byte[] bytes) throws IOException {
        if (size + bytes.length > buffer.length) {
            flush();
        }
        if (bytes.length > buffer.length) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, size, bytes.length);
            size += bytes.length;
        }
        return this;
    }

    TextSink one(char ascii) throws IOException {
        if (size == buffer.length) {
            flush();
        }
        buffer[size++] = (byte) ascii;
        return this;
    }

    /// @param value not negative
    TextSink number(long value) throws IOException {
        if (size + 20 > buffer.length) {
            flush();
        }
        int end = size + digits(value);
        long rest = value;
        for (int at = end - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size = end;
        return this;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /// A whole number without its ".0".
    TextSink number(double value) throws IOException {
        return value >= 0 && value < 1e15 && value == (long) value
                ? number((long) value)
                : text(Double.toString(value));
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
