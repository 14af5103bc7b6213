package jml.core.audit;

/// The first thing in a journal that is not as it was written.
///
/// @param seq the first record that is bad or gone
/// @param line where it is in the file, or where it should have been, from 1
/// @param message one line for a person
public record AuditFault(Kind kind, long seq, long line, String message) {
    /// What happened to it.
    public enum Kind {
        /// Its bytes were changed.
        ALTERED,
        /// It was taken out of the middle.
        MISSING,
        /// It stands elsewhere.
        REORDERED,
        /// A record stands in its place that is there already.
        REPEATED,
        /// The end of the journal is gone: a signed checkpoint knows of more.
        TRUNCATED,
        /// The last line was not written to its end, as by a cut of power; the next console to write mends it.
        TORN,
        /// The chain is whole, but it is not the one that was signed.
        REWRITTEN,
        /// A checkpoint's signature is wrong, it is of another journal, or none is signed by the key demanded.
        CHECKPOINT
    }
}
