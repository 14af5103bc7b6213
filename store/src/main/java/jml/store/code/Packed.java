package jml.store.code;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes made smaller, quickly, and checked. Length first, so that unpacking allocates once.
public final class Packed {
    private Packed() {}

    public static byte[] pack(byte[] plain) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(plain);
            deflater.finish();
            var head = new ByteWriter(16);
            head.unsigned(plain.length);
            var out = new ByteArrayOutputStream(plain.length / 2 + 16);
            out.writeBytes(head.toBytes());
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return Checked.close(out.toByteArray());
        }
    }

    public static byte[] unpack(byte[] packed) {
        try (var inflater = inflater()) {
            return unpack(packed, inflater);
        }
    }

    /// Unpacks many, one after the other: making it costs as much as unpacking something small. To be closed.
    public static Inflater inflater() {
        return new Inflater(true);
    }

    /// @param inflater of [#inflater()], for one thread
    public static byte[] unpack(byte[] packed, Inflater inflater) {
        int length = Checked.open(packed);
        var reader = new ByteReader(packed);
        var plain = new byte[reader.size()];
        try {
            inflater.reset();
            inflater.setInput(packed, reader.at(), length - reader.at());
            int got = 0;
            while (got < plain.length) {
                int more = inflater.inflate(plain, got, plain.length - got);
                if (more == 0) {
                    throw new IllegalStateException("packed bytes end at " + got + " of " + plain.length);
                }
                got += more;
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IllegalStateException("packed bytes are damaged", e);
        }
    }
}
