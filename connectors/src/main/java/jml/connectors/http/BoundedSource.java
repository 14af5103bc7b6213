package jml.connectors.http;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/// Passes bytes on until there are too many of them.
final class BoundedSource extends ForwardingSource {
    private final long maxBytes;
    private long seen;

    BoundedSource(Source body, long maxBytes) {
        super(body);
        this.maxBytes = maxBytes;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long read = super.read(sink, byteCount);
        if (read > 0) {
            seen += read;
        }
        if (seen > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return read;
    }

    static UnreadableException tooLarge(long maxBytes) {
        return new UnreadableException("", "larger than the limit of " + (maxBytes >> 20) + " MB");
    }
}
