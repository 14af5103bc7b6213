package jml.connectors.http;

/// Fetches secrets when they are needed.
public interface SecretReader {
    /// May block for as long as a keyring prompt or a command takes.
    String read(Secret secret) throws SecretException, InterruptedException;

    /// The server did not accept what was read: ask again next time.
    default void forget(Secret secret) {}

    /// The message names the reference, never the secret.
    final class SecretException extends Exception {
        private static final long serialVersionUID = 1;

        public SecretException(String message) {
            super(message);
        }
    }
}
