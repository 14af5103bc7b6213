package jml.connectors.kubernetes;

/// The server has forgotten the place where a list or a watch stood (410); only a new list helps.
final class Expired extends Exception {
    private static final long serialVersionUID = 1;

    Expired(String message) {
        super(message);
    }
}
