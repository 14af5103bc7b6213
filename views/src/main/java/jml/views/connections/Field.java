package jml.views.connections;

/// The fields of a source's settings, in the order of the form.
enum Field {
    KIND("Kind"),
    NAME("Name"),
    ENVIRONMENT("Environment"),
    ADDRESS("Address"),
    CONTEXT("Context"),
    KUBECONFIG("Kubeconfig"),
    NAMESPACES("Namespaces"),
    SELECTOR("Only with"),
    METHOD("Sign-in"),
    USER("User"),
    SECRET_KIND("Secret in"),
    SECRET("Secret's place"),
    CERTIFICATE("Certificate"),
    KEY("Key"),
    AUTHORITY("Own CA"),
    HEADERS("Headers"),
    PROXY("Proxy"),
    INTERVAL("Ask every"),
    TIMEOUT("Give up after");

    private final String words;

    Field(String words) {
        this.words = words;
    }

    /// The label beside it.
    String words() {
        return words;
    }
}
