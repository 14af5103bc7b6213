package jml.core.fleet.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jml.core.fleet.EventId;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Roster;
import jml.core.model.ModelKey;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// What registries got, archived and lost between two observations. A new version is told at the time the registry
/// tells, anything else when it was seen. Moved aliases are told by [jml.core.fleet.FleetEvents].
public final class RegistryEvents {
    /// More models than this that vanish at once are one event: a right that was taken away deletes nothing.
    private static final int FEW = 5;

    private static final int NAMED = 3;

    private RegistryEvents() {}

    private record Home(String registry, RegisteredModel now, RegisteredModel before) {}

    /// For each row of the roster that is registered: an event a new version, one for all that were archived and one
    /// for all that were deleted. A registry or model seen for the first time tells nothing.
    ///
    /// @param knownAt when `after` was observed
    public static List<FleetEvent> between(
            List<Observed.Registry> before, List<Observed.Registry> after, Roster roster, Instant knownAt) {
        var known = byRegistry(before);
        var homes = homes(known, after);
        var events = new ArrayList<FleetEvent>();
        for (var facts : roster.models()) {
            var home = homes.getOrDefault(facts.key().environment(), Map.of()).get(facts.registryName());
            // Connectors give an unchanged model as the same instance.
            if (home != null && !home.now().equals(home.before())) {
                tell(facts, home, knownAt, events);
            }
        }
        after.forEach(
                registry -> gone(registry, known.getOrDefault(registry.name(), Map.of()), roster, knownAt, events));
        return events;
    }

    /// What a registry got while nobody looked, told when it is seen for the first time.
    ///
    /// @param then when somebody looked last
    /// @param known the models that were known then; others are no news
    public static List<FleetEvent> since(
            Instant then, Roster known, Observed.Registry first, Roster roster, Instant knownAt) {
        var models = byName(first);
        var events = new ArrayList<FleetEvent>();
        for (var facts : roster.models()) {
            var model = models.get(facts.registryName());
            boolean here = first.environments().contains(facts.key().environment());
            if (model != null && here && registered(known, facts)) {
                model.versions().stream()
                        .filter(version -> version.createdAt().isAfter(then))
                        .forEach(version -> events.add(registered(facts, first.name(), version, knownAt)));
            }
        }
        return events;
    }

    private static boolean registered(Roster known, ModelFacts facts) {
        var row = known.row(facts.key());
        return row.isPresent()
                && known.models().get(row.getAsInt()).registryName().equals(facts.registryName());
    }

    private static Map<String, Map<String, RegisteredModel>> byRegistry(List<Observed.Registry> registries) {
        var known = new HashMap<String, Map<String, RegisteredModel>>();
        registries.forEach(registry -> known.put(registry.name(), byName(registry)));
        return known;
    }

    private static Map<String, RegisteredModel> byName(Observed.Registry registry) {
        var models = new HashMap<String, RegisteredModel>();
        registry.models().forEach(model -> models.putIfAbsent(model.name(), model));
        return models;
    }

    /// The registry's model by environment and name; of several registries the first by name, as in identification.
    private static Map<String, Map<String, Home>> homes(
            Map<String, Map<String, RegisteredModel>> known, List<Observed.Registry> after) {
        var homes = new HashMap<String, Map<String, Home>>();
        after.stream().sorted(Comparator.comparing(Observed.Registry::name)).forEach(registry -> {
            var before = known.getOrDefault(registry.name(), Map.of());
            for (var model : registry.models()) {
                var was = before.get(model.name());
                if (was != null) {
                    var home = new Home(registry.name(), model, was);
                    registry.environments()
                            .forEach(environment -> homes.computeIfAbsent(environment, _ -> new HashMap<>())
                                    .putIfAbsent(model.name(), home));
                }
            }
        });
        return homes;
    }

    private static void tell(ModelFacts facts, Home home, Instant knownAt, List<FleetEvent> events) {
        var now = home.now();
        var before = home.before();
        now.versions().stream()
                .filter(version -> before.version(version.version()).isEmpty())
                .forEach(version -> events.add(registered(facts, home.registry(), version, knownAt)));
        Predicate<ModelVersion> archived = version -> before.version(version.version())
                .filter(was -> was.status() != ModelVersion.Status.ARCHIVED
                        && version.status() == ModelVersion.Status.ARCHIVED)
                .isPresent();
        together(
                facts,
                home,
                "archived",
                now.versions().stream().filter(archived).toList(),
                knownAt,
                events);
        Predicate<ModelVersion> deleted =
                version -> now.version(version.version()).isEmpty();
        together(
                facts,
                home,
                "deleted",
                before.versions().stream().filter(deleted).toList(),
                knownAt,
                events);
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

    // Whoever cleans up deletes many versions at once; that is one thing that happened to the model.
    private static void together(
            ModelFacts facts,
            Home home,
            String verb,
            List<ModelVersion> versions,
            Instant knownAt,
            List<FleetEvent> events) {
        if (versions.isEmpty()) {
            return;
        }
        var all = versions.stream().map(ModelVersion::version).toList();
        var id = EventId.of(
                FleetEvent.Kind.REGISTRY,
                facts.key().environment(),
                facts.registryName(),
                verb,
                String.join(",", all),
                EventId.seen(knownAt));
        var text = list(all) + (all.size() == 1 ? " was " : " were ") + verb + ".";
        events.add(new FleetEvent(id, FleetEvent.Kind.REGISTRY, knownAt, knownAt, facts.key(), text, home.registry()));
    }

    private static String list(List<String> versions) {
        var named = versions.stream().limit(NAMED).map(Words::version).collect(Collectors.joining(", "));
        int more = versions.size() - NAMED;
        return more > 0 ? named + " and " + Words.count(more) + " more" : named;
    }

    private static void gone(
            Observed.Registry registry,
            Map<String, RegisteredModel> before,
            Roster roster,
            Instant knownAt,
            List<FleetEvent> events) {
        var now = byName(registry);
        var gone = before.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .sorted()
                .toList();
        for (var environment : registry.environments()) {
            if (gone.size() > FEW) {
                events.add(gone(registry, environment, Words.count(gone.size(), "model"), null, knownAt));
            } else {
                gone.forEach(name -> {
                    var key = new ModelKey(environment, name);
                    var model = roster.row(key).isPresent() ? key : null;
                    events.add(gone(registry, environment, Words.oneLine(name, 60), model, knownAt));
                });
            }
        }
    }

    private static FleetEvent gone(
            Observed.Registry registry, String environment, String what, @Nullable ModelKey model, Instant knownAt) {
        var id =
                EventId.of(FleetEvent.Kind.REGISTRY, environment, registry.name(), "gone", what, EventId.seen(knownAt));
        var text = registry.name() + " no longer lists " + what + ".";
        return new FleetEvent(id, FleetEvent.Kind.REGISTRY, knownAt, knownAt, model, text, registry.name());
    }
}
