package jml.store.tile;

/// How a stretch came into the record.
public enum Made {
    /// Seen as it happened.
    RECORDED("recorded"),
    /// Asked of a live store after the fact.
    BACKFILLED("backfilled");

    private final String word;

    Made(String word) {
        this.word = word;
    }

    /// The word in the record.
    public String word() {
        return word;
    }
}
