package jml.core.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;

/// How old a figure of an environment may be before it no longer speaks of now: two intervals of its slowest metric
/// source.
final class Freshness {
    private static final Metrics NONE = new Metrics(Integer.MAX_VALUE, false);

    /// @param freshSeconds the age up to which a figure is fresh
    /// @param silent true when no metric source of the environment answered within two of its intervals
    record Metrics(int freshSeconds, boolean silent) {}

    private final Map<String, Metrics> byEnvironment = new HashMap<>();

    Freshness(Instant at, List<SourceHealth> sources) {
        for (var source : sources) {
            if (source.kind() == SourceKind.METRICS || source.kind() == SourceKind.SIMULATOR) {
                var two = source.interval().multipliedBy(2);
                var age = source.age(at);
                var own = new Metrics(
                        (int) Math.min(Integer.MAX_VALUE, two.toSeconds()), age == null || age.compareTo(two) > 0);
                byEnvironment.merge(
                        source.environment(),
                        own,
                        (one, other) -> new Metrics(
                                Math.max(one.freshSeconds(), other.freshSeconds()), one.silent() && other.silent()));
            }
        }
    }

    Metrics of(String environment) {
        return byEnvironment.getOrDefault(environment, NONE);
    }
}
