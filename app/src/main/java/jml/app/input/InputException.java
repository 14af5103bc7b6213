package jml.app.input;

/// A file that cannot be used; the message names the place in it.
public final class InputException extends Exception {
    private static final long serialVersionUID = 1;

    public InputException(String place, String wrong) {
        super((place.isEmpty() ? "" : place + ": ") + wrong);
    }

    public InputException(String wrong, Exception cause) {
        super(wrong, cause);
    }
}
