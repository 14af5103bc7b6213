package jml.connectors.http;

import jml.core.source.SourceException;

/// The way to the server failed, not the question: the same question may do better in a moment.
final class WayFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final SourceException verdict;

    WayFailedException(SourceException verdict) {
        super(verdict);
        this.verdict = verdict;
    }

    /// What to say when there is no further attempt.
    SourceException verdict() {
        return verdict;
    }
}
