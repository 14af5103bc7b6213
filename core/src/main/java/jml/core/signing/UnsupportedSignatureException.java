package jml.core.signing;

/// Something signed is of a kind that the console cannot check: neither right nor wrong. The message says which.
public final class UnsupportedSignatureException extends Exception {
    private static final long serialVersionUID = 1;

    public UnsupportedSignatureException(String message) {
        super(message);
    }
}
