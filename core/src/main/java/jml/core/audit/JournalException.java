package jml.core.audit;

/// The audit journal cannot be written or read: nothing may be done that should be in it.
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
