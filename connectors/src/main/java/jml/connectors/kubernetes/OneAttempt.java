package jml.connectors.kubernetes;

import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// Makes one attempt for all who ask at the same time: whoever waited while it failed gets its failure instead of an
/// attempt of their own. Signing in may open a browser, and four watches ask at once.
final class OneAttempt {
    private int failures;
    private @Nullable SourceException failure;
    private volatile int seenFailures;

    interface Attempt<T> {
        T make() throws SourceException, InterruptedException;
    }

    <T> T make(Attempt<T> attempt) throws SourceException, InterruptedException {
        int before = seenFailures;
        synchronized (this) {
            var known = failure;
            if (known != null && failures > before) {
                throw known;
            }
            try {
                return attempt.make();
            } catch (SourceException e) {
                failure = e;
                seenFailures = ++failures;
                throw e;
            }
        }
    }
}
