package jml.core.fleet;

/// Where a snapshot comes from. Simulated history never shares a timeline with live.
public enum Origin {
    LIVE("live"),
    SIMULATED("simulated"),
    FILE("file");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    /// The word in JSON and in the record.
    public String word() {
        return word;
    }
}
