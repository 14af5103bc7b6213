package jml.store.fact;

import java.time.Duration;
import java.time.Instant;
import jml.core.source.SourceHealth;
import jml.store.code.Nanos;
import org.jspecify.annotations.Nullable;

/// A source's health in two parts: what stays the same from answer to answer is a fact, the rest are numbers. Otherwise
/// every instant would bring new facts.
public final class SourceFact {
    /// The number of something that never was.
    public static final long NEVER = Long.MIN_VALUE;

    private SourceFact() {}

    public static SourceHealth lasting(SourceHealth health) {
        return with(health, null, null, 1);
    }

    public static long answer(SourceHealth health, Instant at) {
        var answered = health.lastAnswer();
        return answered == null ? NEVER : Nanos.of(at) - Nanos.of(answered);
    }

    public static long latency(SourceHealth health) {
        var latency = health.latency();
        return latency == null ? NEVER : latency.toNanos();
    }

    public static long failures(SourceHealth health) {
        var problem = health.problem();
        return problem == null ? 0 : problem.times();
    }

    public static SourceHealth at(SourceHealth lasting, long at, long answer, long latency, long failures) {
        return with(
                lasting,
                answer == NEVER ? null : Nanos.instant(at - answer),
                latency == NEVER ? null : Duration.ofNanos(latency),
                (int) failures);
    }

    private static SourceHealth with(
            SourceHealth health, @Nullable Instant answered, @Nullable Duration latency, int failures) {
        var problem = health.problem();
        return new SourceHealth(
                health.name(),
                health.environment(),
                health.kind(),
                health.state(),
                health.interval(),
                answered,
                latency,
                problem == null
                        ? null
                        : new SourceHealth.Problem(
                                problem.kind(), problem.message(), problem.request(), problem.since(), failures),
                health.warnings());
    }
}
