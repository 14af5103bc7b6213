package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jml.core.fleet.Unmatched;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// Which models a workload runs, by the rules in their order.
final class WorkloadRules {
    private final String environment;
    private final IdentityRules rules;
    private final Naming naming;
    private final RegistryIndex registry;

    WorkloadRules(String environment, IdentityRules rules, Naming naming, RegistryIndex registry) {
        this.environment = environment;
        this.rules = rules;
        this.naming = naming;
        this.registry = registry;
    }

    /// What the rules say of one workload.
    ///
    /// @param models of known names that it runs
    /// @param contested registered models that claim it with equal right; it is counted for none of them
    /// @param label its own word for what it is, where no known model claims it; null when it has none
    /// @param mapped true when a person said so
    record Claim(
            Set<String> models,
            Set<String> contested,
            @Nullable String label,
            boolean mapped) {
        static Claim of(Set<String> models) {
            return new Claim(models, Set.of(), null, false);
        }
    }

    Naming naming() {
        return naming;
    }

    Claim claim(Workload workload) {
        var mapped = mapped(workload);
        if (!mapped.isEmpty()) {
            return new Claim(mapped, Set.of(), null, true);
        }
        var tied = new TreeSet<>(registry.workload(workload.path()));
        tied.addAll(registry.workload(workload.name()));
        tied.addAll(hosted(workload));
        if (!tied.isEmpty()) {
            return Claim.of(tied);
        }
        var images = images(workload);
        if (images.size() == 1) {
            return Claim.of(images);
        }
        var named = named(workload, images);
        if (named.size() == 1) {
            return Claim.of(named);
        }
        var contested = named.isEmpty() ? images : named;
        var label = contested.isEmpty() ? first(workload, rules.cluster().model()) : null;
        return new Claim(Set.of(), contested, label, false);
    }

    private Set<String> mapped(Workload workload) {
        var models = new TreeSet<String>();
        for (var mapping : rules.mappings()) {
            if (mapping.kind() == Unmatched.Kind.WORKLOAD
                    && mapping.holdsIn(environment)
                    && (mapping.name().equals(workload.path()) || mapping.name().equals(workload.name()))) {
                models.add(mapping.model());
            }
        }
        return models;
    }

    /// The models that the workload itself lists.
    List<String> hosted(Workload workload) {
        return values(workload, rules.cluster().hosted());
    }

    /// The series that the workload itself lists.
    List<String> series(Workload workload) {
        return values(workload, rules.cluster().series());
    }

    private Set<String> images(Workload workload) {
        var models = new TreeSet<String>();
        for (var revision : workload.revisions()) {
            if (revision.role() != Workload.Role.OLD) {
                models.addAll(registry.image(revision.digest()));
            }
        }
        return models;
    }

    // Among several models of one image only these can be meant; any other name would contradict the image.
    private Set<String> named(Workload workload, Set<String> among) {
        var words = words(workload);
        for (var step : List.<java.util.function.Function<String, Set<String>>>of(
                this::exact, word -> exact(naming.bare(word)), this::spelled)) {
            for (var word : words) {
                var found = new TreeSet<>(step.apply(word));
                found.removeIf(name -> hasOthers(name, workload));
                if (!among.isEmpty()) {
                    found.retainAll(among);
                }
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return Set.of();
    }

    // A model whose tags name its workloads takes no others, except their stable and canary siblings.
    private boolean hasOthers(String model, Workload workload) {
        var own = registry.workloadsOf(model);
        return !own.isEmpty()
                && own.stream().map(it -> it.substring(it.indexOf('/') + 1)).noneMatch(it -> naming.bare(it)
                        .equals(naming.bare(workload.name())));
    }

    private Set<String> exact(String name) {
        return registry.has(name) ? Set.of(name) : Set.of();
    }

    private Set<String> spelled(String word) {
        var found = registry.normal(word);
        return found.isEmpty() ? registry.normal(naming.bare(word)) : found;
    }

    /// Everything the workload is called, most telling first: model labels, application labels, its name.
    List<String> words(Workload workload) {
        var words = new ArrayList<String>();
        for (var name : rules.cluster().model()) {
            words.addAll(value(workload, name));
        }
        for (var name : rules.cluster().application()) {
            words.addAll(value(workload, name));
        }
        words.add(workload.name());
        return words;
    }

    /// What the workload says it is a part of.
    List<String> bundles(Workload workload) {
        return rules.cluster().bundle().stream()
                .flatMap(name -> value(workload, name).stream())
                .toList();
    }

    /// Registered models that a name means: the one of that name, else of that name rewritten or spelled otherwise.
    Set<String> registered(String word) {
        var found = exact(word);
        return found.isEmpty() ? spelled(word) : found;
    }

    /// Every name under which series and alerts may speak of the workload.
    Set<String> aliases(Workload workload) {
        var aliases = new TreeSet<String>();
        for (var word : words(workload)) {
            for (var spelling : List.of(word, naming.bare(word))) {
                aliases.add(spelling);
                aliases.add(workload.namespace() + "/" + spelling);
            }
        }
        return aliases;
    }

    private static @Nullable String first(Workload workload, List<String> names) {
        for (var name : names) {
            for (var value : value(workload, name)) {
                return value;
            }
        }
        return null;
    }

    private static List<String> values(Workload workload, List<String> names) {
        Map<String, String> all = new LinkedHashMap<>(workload.annotations());
        all.putAll(workload.labels());
        return RegistryIndex.values(all, names).distinct().toList();
    }

    static List<String> value(Workload workload, String name) {
        var value = workload.labels().getOrDefault(name, workload.annotations().getOrDefault(name, ""));
        return value.isBlank() ? List.of() : List.of(value.strip());
    }
}
