package jml.core.source;

/// What a source gives; one source gives one thing.
public enum SourceKind {
    METRICS("metrics"),
    ALERTS("alerts"),
    REGISTRY("registry"),
    CLUSTER("cluster"),
    SIMULATOR("simulator");

    private final String word;

    SourceKind(String word) {
        this.word = word;
    }

    /// The word people read, lower case.
    public String word() {
        return word;
    }
}
