package jml.core.signing;

/// A private key cannot be had. The message says what to do about it and holds nothing of the key.
public final class SigningKeyException extends Exception {
    private static final long serialVersionUID = 1;

    public SigningKeyException(String message) {
        super(message);
    }

    public SigningKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
