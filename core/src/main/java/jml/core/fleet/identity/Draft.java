package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jml.core.registry.RegisteredModel;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// A model of one environment while its parts are being found. Not thread-safe.
final class Draft {
    final String name;
    /// Namespace that tells it from others of its name; empty when the name alone is enough.
    final String scope;
    final @Nullable RegisteredModel registered;
    /// True when a person gave the name.
    boolean mapped;
    final List<Workload> workloads;
    final List<SeriesSeen> series = new ArrayList<>();
    final Set<String> contested = new TreeSet<>();

    Draft(String name, String scope, @Nullable RegisteredModel registered) {
        this.workloads = new ArrayList<>();
        this.name = name;
        this.scope = scope;
        this.registered = registered;
    }

    /// The same model running what its workloads became.
    Draft with(IdentityHashMap<Workload, Workload> changed) {
        var draft = new Draft(name, scope, registered);
        draft.mapped = mapped;
        workloads.forEach(it -> draft.workloads.add(changed.getOrDefault(it, it)));
        draft.series.addAll(series);
        draft.contested.addAll(contested);
        return draft;
    }

    void runs(Workload workload) {
        if (!workloads.contains(workload)) {
            workloads.add(workload);
        }
    }
}
