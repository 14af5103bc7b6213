package jml.views.kit.table;

/// The text of a table cell and its tone. Only the figure that misses its limit is coloured, never its row.
public record CellText(String text, Tone tone) {
    public enum Tone {
        PLAIN,
        /// Stale, or no value at all.
        DIM,
        ATTENTION,
        BREACHING
    }

    /// What stands where there is no value.
    public static final CellText NONE = new CellText("–", Tone.DIM);

    public static CellText of(String text) {
        return new CellText(text, Tone.PLAIN);
    }
}
