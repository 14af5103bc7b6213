package jml.core.fleet;

/// The state of a model, worst first. Never guessed from missing data: what is not known is a state of its own.
public enum ModelState {
    /// An objective is missed now, by enough events to say so, or a page fires.
    BREACHING("Breaching"),
    /// A ticket is open, pods or rollout are unwell, or something does not fit together.
    ATTENTION("Attention"),
    /// The source answers and the model's series are missing.
    NO_DATA("No data"),
    /// The last values are older than two intervals.
    STALE("Stale"),
    /// Fewer events than the measure needs.
    TOO_LITTLE_DATA("Too little data"),
    /// Stopped on purpose.
    PAUSED("Paused"),
    /// Measured, fresh and within its objectives.
    HEALTHY("Healthy");

    private final String word;

    ModelState(String word) {
        this.word = word;
    }

    /// The word people read.
    public String word() {
        return word;
    }
}
