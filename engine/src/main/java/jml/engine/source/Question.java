package jml.engine.source;

import java.time.Instant;
import jml.core.source.SourceException;

/// What a loop asks its source. Blocks; an interrupt ends it.
@FunctionalInterface
public interface Question<T> {
    /// @param tick the instant that the answer should be true for
    T ask(Instant tick) throws SourceException, InterruptedException;
}
