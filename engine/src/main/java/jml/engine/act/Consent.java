package jml.engine.act;

import jml.core.act.Proposal;
import jml.core.source.SourceException;

/// What must be on record before the first request of a proposal leaves: asked once it can no longer be cancelled,
/// after the second look. Blocks; safe from any thread; never interrupted.
public interface Consent {
    /// Where no proposal needs one.
    Consent NONE = _ -> {};

    /// Returns when it is on record, or when the proposal needs none.
    ///
    /// @throws SourceException when it is not, in words that say why: then nothing is sent
    void record(Proposal proposal) throws SourceException, InterruptedException;
}
