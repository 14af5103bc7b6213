package jml.app.profile;

/// A profile that cannot be used. The message is one line for people: file, line, field and what is wrong.
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1;

    public ProfileException(String message) {
        super(message);
    }

    public ProfileException(String message, Throwable cause) {
        super(message, cause);
    }
}
