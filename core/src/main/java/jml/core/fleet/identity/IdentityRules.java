package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.Objectives;
import org.jspecify.annotations.Nullable;

/// How the names that one model has in registry, cluster, metrics and alerts are recognised as one model's.
///
/// A claim of an earlier rule beats one of a later: explicit mapping, registry tag (and a workload's own list of
/// models), image digest, label, name (as it is, rewritten, or normalised). Claims of one rank that disagree decide
/// nothing: the models concerned get a finding. Immutable.
///
/// @param mappings a person's word; the first that fits counts
/// @param rewrites tried in order, the first that matches counts
/// @param alertLabels labels of alerts that name a model or a workload, most telling first
public record IdentityRules(
        List<Mapping> mappings,
        List<Rewrite> rewrites,
        ClusterNames cluster,
        RegistryTags registry,
        SeriesNames series,
        List<String> alertLabels,
        People people) {

    /// Names of tags, labels and annotations in which people say something of a model.
    ///
    /// @param owner whose it is
    /// @param useCase what it is for
    /// @param paused why it stands still on purpose; of workloads only
    public record People(List<String> owner, List<String> useCase, List<String> paused) {
        public People {
            owner = List.copyOf(owner);
            useCase = List.copyOf(useCase);
            paused = List.copyOf(paused);
        }
    }

    public IdentityRules {
        mappings = List.copyOf(mappings);
        rewrites = List.copyOf(rewrites);
        alertLabels = List.copyOf(alertLabels);
    }

    /// What fits the usual serving systems without any setting.
    public static IdentityRules defaults() {
        return new IdentityRules(
                List.of(),
                List.of(
                        Rewrite.of("^(.*)-predictor(-default)?(-\\d{5})?$", "$1"),
                        Rewrite.of("^(.*)-(canary|candidate|stable|baseline|primary)$", "$1"),
                        Rewrite.of("^(.*)-(deployment|rollout|server|serving|svc)$", "$1")),
                ClusterNames.defaults(),
                RegistryTags.defaults(),
                SeriesNames.defaults(),
                List.of(
                        "model",
                        "model_name",
                        "jml_model",
                        "inferenceservice",
                        "deployment",
                        "rollout",
                        "workload",
                        "destination_workload",
                        "service",
                        "app",
                        "job"),
                new People(
                        List.of("jml.dev/owner", "jml.owner", "owner", "team"),
                        List.of("jml.dev/use-case", "jml.use_case", "use_case", "use-case", "usecase"),
                        List.of("jml.dev/paused", "jml.paused")));
    }

    /// These rules, with a profile's mappings before those already here.
    public IdentityRules withMappings(List<Mapping> more) {
        var all = new ArrayList<>(more);
        all.addAll(mappings);
        return new IdentityRules(all, rewrites, cluster, registry, series, alertLabels, people);
    }

    /// These rules, with a profile's rewrites before those already here.
    public IdentityRules withRewrites(List<Rewrite> more) {
        var all = new ArrayList<>(more);
        all.addAll(rewrites);
        return new IdentityRules(mappings, all, cluster, registry, series, alertLabels, people);
    }

    /// The fleet that follows from what was observed; the same whatever the order of the observations.
    ///
    /// @param previous the last result, null the first time: what did not change is taken from it, so that equal
    /// rosters are one instance
    public Identification identify(Observed observed, Objectives objectives, @Nullable Identification previous) {
        var recounted = previous == null ? null : previous.recounted(this, objectives, observed);
        if (recounted != null) {
            return recounted;
        }
        var naming = previous != null && previous.naming().rewrites().equals(rewrites)
                ? previous.naming()
                : new Naming(rewrites);
        return new Identifying(this, naming, observed, objectives).result(previous);
    }
}
