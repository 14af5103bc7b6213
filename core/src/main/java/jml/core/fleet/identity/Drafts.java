package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All models of one environment while they are being found. A name that registry, profile or a workload's own list
/// of models gives is one model wherever it runs; any other name is one model a namespace.
final class Drafts {
    private final RegistryIndex registry;
    private final Set<String> known;
    private final Map<String, Draft> named = new TreeMap<>();
    private final Map<String, Map<String, Draft>> scoped = new TreeMap<>();
    private final Map<String, Set<String>> scopedByNormal = new HashMap<>();

    /// @param given names that profile or workloads give beyond the registry's
    Drafts(RegistryIndex registry, Set<String> given) {
        this.registry = registry;
        this.known = new HashSet<>(registry.names());
        known.addAll(given);
    }

    boolean knows(String name) {
        return known.contains(name);
    }

    /// The one model of a known name.
    Draft named(String name) {
        return named.computeIfAbsent(name, it -> new Draft(it, "", registry.model(it)));
    }

    /// The model of a known name, if anything was found to belong to it.
    @Nullable
    Draft findNamed(String name) {
        return named.get(name);
    }

    /// The model of a name that nobody registered, in a namespace.
    Draft scoped(String scope, String name) {
        scopedByNormal
                .computeIfAbsent(Naming.normal(name), _ -> new TreeSet<>())
                .add(name);
        return scoped.computeIfAbsent(name, _ -> new TreeMap<>())
                .computeIfAbsent(scope, it -> new Draft(name, it, null));
    }

    /// The unregistered model of that name or spelling there; without a scope, the only one of that name.
    @Nullable
    Draft findScoped(String scope, String name) {
        var spellings = scopedByNormal.getOrDefault(Naming.normal(name), Set.of());
        var spelling = scoped.containsKey(name)
                ? name
                : spellings.size() == 1 ? spellings.iterator().next() : null;
        if (spelling == null) {
            return null;
        }
        var places = scoped.getOrDefault(spelling, Map.of());
        var exact = places.get(scope);
        if (exact != null) {
            return exact;
        }
        boolean only = places.size() == 1 && (scope.isEmpty() || places.containsKey(""));
        return only ? places.values().iterator().next() : null;
    }

    /// Every model with the name its row gets: as short as tells it from the others.
    Map<String, Draft> byFinalName() {
        var all = new LinkedHashMap<String, Draft>(named);
        var taken = new HashSet<>(known);
        taken.addAll(named.keySet());
        for (var places : scoped.values()) {
            for (var draft : new ArrayList<>(places.values())) {
                var name = places.size() == 1 || draft.scope.isEmpty() ? draft.name : draft.scope + "/" + draft.name;
                // Hostile names can spell another's long name; both must stay apart.
                while (!taken.add(name)) {
                    name = name + "'";
                }
                all.put(name, draft);
            }
        }
        return all;
    }

    List<Draft> all() {
        var all = new ArrayList<>(named.values());
        scoped.values().forEach(places -> all.addAll(places.values()));
        return all;
    }
}
