package jml.connectors.http;

import java.time.Duration;

/// What a request may cost.
///
/// @param connect until a connection stands, TLS included
/// @param read longest silence while waiting for the next bytes
/// @param call the whole request: retries, redirects, reading and decoding the body
/// @param maxBytes largest body, measured after decompression
/// @param retries further attempts after a connection failure or a 502, 503 or 504
public record Limits(Duration connect, Duration read, Duration call, long maxBytes, int retries) {
    private static final Limits STANDARD =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30), 64L << 20, 2);

    public Limits {
        if (maxBytes <= 0 || retries < 0) {
            throw new IllegalArgumentException("maxBytes " + maxBytes + ", retries " + retries);
        }
    }

    /// 5 s to connect, 20 s of silence, 30 s in all, 64 MB, two retries.
    public static Limits standard() {
        return STANDARD;
    }

    public Limits withTimeouts(Duration newConnect, Duration newRead, Duration newCall) {
        return new Limits(newConnect, newRead, newCall, maxBytes, retries);
    }

    public Limits withMaxBytes(long changed) {
        return new Limits(connect, read, call, changed, retries);
    }

    public Limits withRetries(int changed) {
        return new Limits(connect, read, call, maxBytes, changed);
    }
}
