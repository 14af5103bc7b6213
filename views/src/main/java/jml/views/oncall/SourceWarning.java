package jml.views.oncall;

import java.util.Comparator;
import jml.core.fleet.FleetSnapshot;
import jml.core.source.SourceHealth;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// What On-call lacks because a source is silent, said once above the table.
final class SourceWarning {
    private SourceWarning() {}

    /// The worst silent source of the environment; null when all answer.
    static OnCallContent.@Nullable Warning of(FleetSnapshot snapshot, String environment, int models) {
        return snapshot.sources().stream()
                .filter(it -> environment.isEmpty() || it.environment().equals(environment))
                .filter(it -> it.state() == SourceHealth.State.STALE || it.state() == SourceHealth.State.DEAD)
                .min(Comparator.comparing(SourceHealth::kind).thenComparing(SourceHealth::name))
                .map(it -> new OnCallContent.Warning(lead(it, snapshot), rest(it, models), it.name()))
                .orElse(null);
    }

    private static String lead(SourceHealth source, FleetSnapshot snapshot) {
        var age = source.age(snapshot.at());
        return age == null
                ? source.name() + " has not answered yet."
                : source.name() + " last answered " + Words.age(age) + " ago.";
    }

    private static String rest(SourceHealth source, int models) {
        return switch (source.kind()) {
            case METRICS -> "Figures of " + Words.count(models, "model") + " may be old.";
            case ALERTS -> "New alerts may be missing here.";
            case REGISTRY -> "Names, owners and aliases are as last known.";
            case CLUSTER -> "Rollouts, replicas and restarts are as last known.";
            case SIMULATOR -> "The simulated fleet stands still.";
        };
    }
}
