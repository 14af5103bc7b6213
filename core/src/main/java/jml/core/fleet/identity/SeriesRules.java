package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jml.core.fleet.Unmatched;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// Which model a series counts for, once the workloads have found theirs.
final class SeriesRules {
    private final String environment;
    private final IdentityRules rules;
    private final Naming naming;
    private final RegistryIndex registry;
    private final Drafts drafts;
    private final Map<String, List<Owner>> aliases = new HashMap<>();
    private final Map<String, Set<Draft>> listed = new HashMap<>();

    private final Set<String> workloads = new HashSet<>();

    private record Owner(Draft draft, String namespace) {}

    SeriesRules(String environment, IdentityRules rules, Naming naming, RegistryIndex registry, Drafts drafts) {
        this.environment = environment;
        this.rules = rules;
        this.naming = naming;
        this.registry = registry;
        this.drafts = drafts;
    }

    /// What a series is called.
    ///
    /// @param label the last label that names it
    /// @param last its value
    /// @param name the values of all model labels, joined by "/"
    /// @param scope the namespace; empty when no place label tells one
    record Name(String label, String last, String name, String scope) {
        /// Null when no model label is there.
        static @Nullable Name of(MetricPreset preset, LabelSet labels) {
            var values = new ArrayList<String>();
            var label = "";
            for (var each : preset.modelLabels()) {
                var value = labels.get(each);
                if (value != null && !value.isBlank()) {
                    values.add(value);
                    label = each;
                }
            }
            if (values.isEmpty()) {
                return null;
            }
            var scope = preset.labels().place().stream()
                    .filter(each -> each.contains("namespace"))
                    .map(each -> Objects.requireNonNullElse(labels.get(each), ""))
                    .filter(each -> !each.isBlank())
                    .findFirst()
                    .orElse("");
            return new Name(label, values.getLast(), String.join("/", values), scope);
        }

        /// The name with its namespace before it.
        String full() {
            return scope.isEmpty() ? name : scope + "/" + name;
        }

        /// Every way to write it, the most exact first.
        List<String> spellings() {
            return List.of(full(), name, last);
        }
    }

    void exists(Workload workload) {
        workloads.add(workload.path());
    }

    /// Makes the workload's names lead to its models.
    void learn(Workload workload, Set<String> names, List<String> series, Draft draft) {
        for (var alias : names) {
            aliases.computeIfAbsent(alias, _ -> new ArrayList<>()).add(new Owner(draft, workload.namespace()));
        }
        for (var each : series) {
            listed.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(draft);
        }
    }

    /// What the rules say of one series.
    ///
    /// @param draft null when no model claims it
    /// @param contested registered models whose tags claim it with equal right
    record Claim(@Nullable Draft draft, Set<String> contested, boolean mapped) {
        static final Claim NONE = new Claim(null, Set.of(), false);

        static Claim of(@Nullable Draft draft) {
            return draft == null ? NONE : new Claim(draft, Set.of(), false);
        }
    }

    Claim claim(Name name) {
        for (var mapping : rules.mappings()) {
            if (mapping.kind() == Unmatched.Kind.SERIES
                    && mapping.holdsIn(environment)
                    && name.spellings().contains(mapping.name())) {
                return new Claim(drafts.named(mapping.model()), Set.of(), true);
            }
        }
        for (var reference : name.spellings()) {
            var tagged = registry.series(reference);
            if (tagged.size() > 1) {
                return new Claim(null, tagged, false);
            }
            if (tagged.size() == 1) {
                return Claim.of(drafts.named(tagged.iterator().next()));
            }
            var owners = listed.getOrDefault(reference, Set.of());
            if (owners.size() == 1) {
                return Claim.of(owners.iterator().next());
            }
        }
        return Claim.of(called(name));
    }

    // The plain spellings are tried with every kind of owner before any rewritten one.
    private @Nullable Draft called(Name name) {
        boolean workload = rules.series().workloadLabels().contains(name.label());
        if (workload && workloads.contains(name.full())) {
            // The cluster knows it, so a model that only has its name elsewhere is another.
            return running(List.of(name.full()), name.scope());
        }
        for (var spellings : List.of(name.spellings(), List.of(naming.bare(name.last())))) {
            var draft = workload ? running(spellings, name.scope()) : known(spellings);
            if (draft == null) {
                draft = workload ? known(spellings) : running(spellings, name.scope());
            }
            if (draft != null) {
                return draft;
            }
        }
        for (var spelling : List.of(name.name(), name.last(), naming.bare(name.last()))) {
            var found = registry.normal(spelling);
            if (found.size() == 1) {
                return drafts.named(found.iterator().next());
            }
        }
        return drafts.findScoped(name.scope(), name.name());
    }

    /// The models of the workload that a series names, when they are several; else empty.
    List<Draft> hosted(Name name) {
        if (!rules.series().workloadLabels().contains(name.label())) {
            return List.of();
        }
        for (var spelling : name.spellings()) {
            var owners = owners(spelling, name.scope());
            if (!owners.isEmpty()) {
                return owners.size() > 1 ? owners : List.of();
            }
        }
        return List.of();
    }

    private @Nullable Draft known(List<String> spellings) {
        return spellings.stream()
                .filter(drafts::knows)
                .map(drafts::named)
                .findFirst()
                .orElse(null);
    }

    // A namespace on the series rules out workloads of that name elsewhere.
    private @Nullable Draft running(List<String> spellings, String namespace) {
        for (var spelling : spellings) {
            var owners = owners(spelling, namespace);
            if (!owners.isEmpty()) {
                return owners.size() == 1 ? owners.getFirst() : null;
            }
        }
        return null;
    }

    private List<Draft> owners(String alias, String namespace) {
        return aliases.getOrDefault(alias, List.of()).stream()
                .filter(it -> namespace.isEmpty() || namespace.equals(it.namespace()))
                .map(Owner::draft)
                .distinct()
                .toList();
    }
}
