package jml.core.fleet;

/// The record cannot keep or give what was asked: the disk is full, the file is damaged, another process has the
/// lease, a snapshot comes too late. The message says which and names the file or the instant. Unchecked, because
/// only a loop that must go on, or the last resort, can do anything about it.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
