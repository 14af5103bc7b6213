package jml.core.fleet.identity;

import java.util.List;
import java.util.Set;
import jml.core.model.Environment;
import jml.core.registry.RegisteredModel;
import jml.core.release.Workload;

/// All that the sources told last, as identification needs it. The order inside the lists carries no meaning.
///
/// @param series each label set once an environment and preset; with version labels where a preset has them
public record Observed(
        List<Environment> environments, List<Registry> registries, List<Workload> workloads, List<SeriesSeen> series) {
    public Observed {
        environments = List.copyOf(environments);
        registries = List.copyOf(registries);
        workloads = List.copyOf(workloads);
        series = List.copyOf(series);
    }

    /// True when nothing but workloads differs.
    boolean sameBut(Observed other) {
        return environments.equals(other.environments)
                && registries.equals(other.registries)
                && series.equals(other.series);
    }

    Observed withWorkloads(List<Workload> others) {
        return new Observed(environments, registries, others, series);
    }

    /// What one registry holds.
    ///
    /// @param name of the source in the profile
    /// @param environments those it serves
    public record Registry(String name, Set<String> environments, List<RegisteredModel> models) {
        public Registry {
            environments = Set.copyOf(environments);
            models = List.copyOf(models);
        }
    }
}
