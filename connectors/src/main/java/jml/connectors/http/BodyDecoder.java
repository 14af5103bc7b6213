package jml.connectors.http;

import java.io.IOException;
import java.io.InputStream;

/// Reads a 2xx answer as it arrives. The stream ends with an IOException when it is cut, stalls or grows too large:
/// let that through. What the decoder itself cannot accept it says with [UnreadableException].
@FunctionalInterface
public interface BodyDecoder<T> {
    T decode(InputStream body) throws IOException;
}
