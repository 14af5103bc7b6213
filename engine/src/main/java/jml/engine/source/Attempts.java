package jml.engine.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jml.core.source.SourceException;
import jml.core.source.SourceHealth;
import jml.core.source.SourceHealth.Problem;
import jml.core.source.SourceHealth.State;
import org.jspecify.annotations.Nullable;

/// What became of the attempts so far, and the health that follows from it.
final class Attempts {
    private @Nullable Instant lastAnswer;
    private @Nullable Duration latency;
    private @Nullable Problem problem;

    synchronized void succeeded(Instant tick, Duration took) {
        lastAnswer = tick;
        latency = took;
        problem = null;
    }

    /// Returns how many failures in a row this makes.
    synchronized int failed(SourceException failure, Instant tick) {
        var before = problem;
        int times = before == null ? 1 : before.times() + 1;
        var message = String.valueOf(failure.getMessage());
        problem = new Problem(failure.kind(), message, failure.source(), before == null ? tick : before.since(), times);
        return times;
    }

    synchronized boolean any() {
        return lastAnswer != null || problem != null;
    }

    /// @param pace time from one question to the next while all is well
    synchronized SourceHealth health(
            SourceIdentity source, Duration pace, List<String> warnings, boolean paused, Instant now) {
        return new SourceHealth(
                source.name(),
                source.environment(),
                source.kind(),
                paused ? State.PAUSED : state(pace, now),
                pace,
                lastAnswer,
                latency,
                problem,
                warnings);
    }

    private State state(Duration pace, Instant now) {
        if (lastAnswer == null) {
            return problem == null ? State.WAITING : State.DEAD;
        }
        boolean late = Duration.between(lastAnswer, now).compareTo(pace.multipliedBy(2)) > 0;
        return problem != null || late ? State.STALE : State.LIVE;
    }
}
