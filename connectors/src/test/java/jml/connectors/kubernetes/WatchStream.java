package jml.connectors.kubernetes;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.MockResponseBody;
import okio.Buffer;
import okio.BufferedSink;

/// The body of a watch: sends each line as a chunk when it comes, until an empty one.
record WatchStream(LinkedBlockingQueue<String> lines) implements MockResponseBody {
    @Override
    public long getContentLength() {
        return -1;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.flush();
        try {
            while (true) {
                var line = lines.take();
                if (line.isEmpty()) {
                    // The server adds the empty line that ends the trailers.
                    sink.writeUtf8("0\r\n").flush();
                    return;
                }
                var chunk = new Buffer().writeUtf8(line).writeUtf8("\n");
                sink.writeHexadecimalUnsignedLong(chunk.size()).writeUtf8("\r\n");
                sink.write(chunk, chunk.size());
                sink.writeUtf8("\r\n").flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
