package jml.core.fleet.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.fleet.EventId;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Roster;
import jml.core.fleet.Words;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;

/// Versions that registries got between two observations, at the time the registry tells.
public final class RegistryEvents {
    private RegistryEvents() {}

    private record Home(String registry, RegisteredModel model, Set<String> known) {}

    /// One event a new version and row of the roster. A model seen for the first time has no new versions.
    ///
    /// @param knownAt when `after` was observed
    public static List<FleetEvent> between(Observed before, Observed after, Roster roster, Instant knownAt) {
        var homes = homes(known(before), after);
        var events = new ArrayList<FleetEvent>();
        for (var facts : roster.models()) {
            var home = homes.getOrDefault(facts.key().environment(), Map.of()).get(facts.registryName());
            if (home != null) {
                home.model().versions().stream()
                        .filter(version -> !home.known().contains(version.version()))
                        .forEach(version -> events.add(registered(facts, home.registry(), version, knownAt)));
            }
        }
        return events;
    }

    /// Versions by registry and model.
    private static Map<String, Map<String, Set<String>>> known(Observed before) {
        var known = new HashMap<String, Map<String, Set<String>>>();
        for (var registry : before.registries()) {
            var models = known.computeIfAbsent(registry.name(), _ -> new HashMap<>());
            for (var model : registry.models()) {
                var versions = models.computeIfAbsent(model.name(), _ -> new HashSet<>());
                model.versions().forEach(version -> versions.add(version.version()));
            }
        }
        return known;
    }

    /// The registry's model by environment and name; of several registries the first by name, as in identification.
    private static Map<String, Map<String, Home>> homes(Map<String, Map<String, Set<String>>> known, Observed after) {
        var homes = new HashMap<String, Map<String, Home>>();
        after.registries().stream()
                .sorted(Comparator.comparing(Observed.Registry::name))
                .forEach(registry -> {
                    var before = known.getOrDefault(registry.name(), Map.of());
                    for (var model : registry.models()) {
                        var versions = before.get(model.name());
                        if (versions != null) {
                            var home = new Home(registry.name(), model, versions);
                            registry.environments()
                                    .forEach(environment -> homes.computeIfAbsent(environment, _ -> new HashMap<>())
                                            .putIfAbsent(model.name(), home));
                        }
                    }
                });
        return homes;
    }

    private static FleetEvent registered(ModelFacts facts, String registry, ModelVersion version, Instant knownAt) {
        var id = EventId.of(
                FleetEvent.Kind.REGISTRY,
                facts.key().environment(),
                facts.registryName(),
                "version",
                version.version());
        var text = Words.version(version.version()) + " was registered.";
        return new FleetEvent(id, FleetEvent.Kind.REGISTRY, version.createdAt(), knownAt, facts.key(), text, registry);
    }
}
