package jml.connectors.policy;

/// A file of rules that cannot be read; the message names file, line and field.
public final class PolicyFileException extends Exception {
    private static final long serialVersionUID = 1;

    PolicyFileException(String message, Exception cause) {
        super(message, cause);
    }
}
