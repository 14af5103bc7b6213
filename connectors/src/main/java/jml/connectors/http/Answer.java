package jml.connectors.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a server answered.
///
/// @param body null exactly when the status is one the request tolerates
/// @param words of the server, when there is no body
/// @param clockSkew the server's clock less ours, good to about a second; null when the answer has no date
public record Answer<T>(
        int status,
        @Nullable T body,
        String words,
        @Nullable Duration clockSkew) {
    public boolean hasBody() {
        return body != null;
    }

    /// Only where the request tolerates nothing, or after [#hasBody()].
    public T require() {
        if (body == null) {
            throw new IllegalStateException("no body with status " + status);
        }
        return body;
    }
}
