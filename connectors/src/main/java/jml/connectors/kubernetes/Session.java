package jml.connectors.kubernetes;

import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/// A way to one API server as one person.
///
/// @param base address, with any path prefix
/// @param namespace the one the context names; empty when it names none
/// @param headers sent with each request beside the credential's
/// @param hint what a person does when the server does not accept the credential
public record Session(
        OkHttpClient http,
        HttpUrl base,
        Credential credential,
        Map<String, String> headers,
        String namespace,
        String hint)
        implements AutoCloseable {
    public Session {
        headers = Map.copyOf(headers);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /// Names nothing that is secret.
    @Override
    public String toString() {
        return "Session[" + base.host() + ":" + base.port() + "]";
    }
}
