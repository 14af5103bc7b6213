package jml.connectors.kubernetes;

/// The server does not know this kind of object (404).
final class Absent extends Exception {
    private static final long serialVersionUID = 1;

    Absent(String message) {
        super(message);
    }
}
