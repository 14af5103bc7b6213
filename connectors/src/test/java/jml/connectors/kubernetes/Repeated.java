package jml.connectors.kubernetes;

import java.io.IOException;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/// A body of any size that costs no memory.
record Repeated(String text, int times) implements MockResponseBody {
    @Override
    public long getContentLength() {
        return (long) text.length() * times;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        for (int i = 0; i < times; i++) {
            sink.writeUtf8(text);
        }
    }
}
