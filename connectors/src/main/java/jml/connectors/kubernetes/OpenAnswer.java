package jml.connectors.kubernetes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import jml.connectors.http.SentSecrets;
import okhttp3.Call;
import okhttp3.Response;

/// An answer whose body is still arriving. Closing it from any thread ends the call.
final class OpenAnswer implements AutoCloseable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Call call;
    private final Response response;
    private final Bounded body;

    /// @param maxBytes of the body, or of each piece of it when [#nextPiece()] is called in between
    OpenAnswer(Call call, Response response, long maxBytes) {
        this.call = call;
        this.response = response;
        this.body = new Bounded(response.body().byteStream(), maxBytes);
    }

    int status() {
        return response.code();
    }

    /// A text of the server's without the credential that this request carried.
    String withoutSecrets(String text) {
        return SentSecrets.with(call.request()).removedFromStart(text);
    }

    /// Empty when the server sent no such header.
    String header(String name) {
        var value = response.header(name);
        return value == null ? "" : value;
    }

    JsonParser parser() throws IOException {
        var parser = FACTORY.createParser(body);
        // The stream is closed by cancelling the call: reading what is left of a watch would never end.
        parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        return parser;
    }

    JsonNode tree() throws IOException {
        try (var parser = parser()) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException("the answer is no JSON object");
            }
            return Trees.read(parser);
        }
    }

    /// The beginning of the body, for a refusal's own words.
    String start() throws IOException {
        return new String(body.readNBytes(4096), StandardCharsets.UTF_8);
    }

    /// A new object begins: what came before no longer counts towards the limit.
    void nextPiece() {
        body.seen = 0;
    }

    @Override
    public void close() {
        call.cancel();
        response.close();
    }

    private static final class Bounded extends FilterInputStream {
        private final long maxBytes;
        private long seen;

        Bounded(InputStream in, long maxBytes) {
            super(in);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            seen += Math.max(read, 0);
            if (seen > maxBytes) {
                throw new UnreadableException("larger than the limit of " + (maxBytes >> 20) + " MB");
            }
            return read;
        }
    }
}
