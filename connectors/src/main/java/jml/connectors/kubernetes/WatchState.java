package jml.connectors.kubernetes;

import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;

/// How one watch does. Written by its thread; whoever asks the console's question waits here for its first outcome.
final class WatchState {
    private enum Phase {
        STARTING,
        LIVE,
        /// The server does not know the kind; nothing is wrong.
        ABSENT,
        FORBIDDEN,
        /// Tries again by itself.
        RETRYING,
        /// Waits until somebody asks.
        PARKED,
        ENDED
    }

    /// @param failure null while all is well or the kind is absent
    /// @param listed for a right that is missing: listing works, only watching does not
    record Outcome(boolean present, @Nullable SourceException failure, boolean listed, int relists) {}

    private Phase phase = Phase.STARTING;
    private @Nullable SourceException failure;
    private boolean listed;
    private int relists;

    /// A parked watch makes a new attempt.
    synchronized void wake() {
        if (phase == Phase.PARKED) {
            phase = Phase.STARTING;
            notifyAll();
        }
    }

    /// Waits for the outcome of the first attempt, or of the one that [#wake()] began.
    synchronized Outcome outcome() throws InterruptedException {
        while (phase == Phase.STARTING) {
            wait();
        }
        return now();
    }

    /// Without waiting.
    synchronized Outcome now() {
        return new Outcome(phase != Phase.ABSENT, failure, listed, relists);
    }

    /// A list came. This and the following return true when whoever asks would now hear something else.
    synchronized boolean listed() {
        // Only that the watch opens too takes back that it may not.
        return !(phase == Phase.FORBIDDEN && listed) && watching();
    }

    /// The watch is open.
    synchronized boolean watching() {
        listed = false;
        return become(Phase.LIVE, null);
    }

    synchronized boolean absent() {
        return become(Phase.ABSENT, null);
    }

    synchronized boolean forbidden(SourceException problem, boolean mayList) {
        var otherRight = listed != mayList;
        listed = mayList;
        return become(Phase.FORBIDDEN, problem) || otherRight;
    }

    synchronized boolean failed(SourceException problem) {
        return become(Phase.RETRYING, problem);
    }

    synchronized boolean parked(SourceException problem) {
        return become(Phase.PARKED, problem);
    }

    synchronized void relisted() {
        relists++;
    }

    synchronized void ended(String source) {
        become(Phase.ENDED, new SourceException(source, Kind.UNREACHABLE, "closed"));
    }

    synchronized void awaitWake() throws InterruptedException {
        while (phase == Phase.PARKED) {
            wait();
        }
    }

    // Who waits for the first outcome hears it as the answer.
    private boolean become(Phase next, @Nullable SourceException problem) {
        var news = phase != next && phase != Phase.STARTING;
        phase = next;
        failure = problem;
        notifyAll();
        return news;
    }
}
