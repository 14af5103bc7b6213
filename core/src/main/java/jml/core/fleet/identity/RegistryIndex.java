package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jml.core.registry.RegisteredModel;
import org.jspecify.annotations.Nullable;

/// The registered models that one environment may serve, found by each name that points at them.
final class RegistryIndex {
    private final boolean present;
    private final Map<String, RegisteredModel> byName = new TreeMap<>();
    private final Map<String, List<String>> homes = new HashMap<>();
    private final Map<String, Set<String>> byNormal = new HashMap<>();
    private final Map<String, Set<String>> byWorkload = new HashMap<>();
    private final Map<String, Set<String>> bySeries = new HashMap<>();
    private final Map<String, Set<String>> byDigest = new HashMap<>();
    private final Set<String> tied = new TreeSet<>();
    private final Map<String, Set<String>> workloads = new HashMap<>();

    RegistryIndex(String environment, List<Observed.Registry> registries, RegistryTags tags) {
        var serving = registries.stream()
                .filter(it -> it.environments().contains(environment))
                .sorted(Comparator.comparing(Observed.Registry::name))
                .toList();
        present = !serving.isEmpty();
        for (var registry : serving) {
            for (var model : registry.models()) {
                homes.computeIfAbsent(model.name(), _ -> new ArrayList<>()).add(registry.name());
                byName.putIfAbsent(model.name(), model);
            }
        }
        byName.values().forEach(model -> index(model, tags));
    }

    private void index(RegisteredModel model, RegistryTags tags) {
        var name = model.name();
        put(byNormal, Naming.normal(name), name);
        BiConsumer<List<String>, Map<String, Set<String>>> tie =
                (names, index) -> values(model.tags(), names).forEach(value -> {
                    put(index, value, name);
                    tied.add(name);
                });
        tie.accept(tags.workload(), byWorkload);
        values(model.tags(), tags.workload()).forEach(value -> put(workloads, name, value));
        tie.accept(tags.series(), bySeries);
        for (var version : model.versions()) {
            values(version.tags(), tags.digest()).forEach(value -> put(byDigest, digest(value), name));
        }
    }

    /// False when no registry serves the environment: then nothing is expected to be registered.
    boolean present() {
        return present;
    }

    @Nullable
    RegisteredModel model(String name) {
        return byName.get(name);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Set<String> names() {
        return byName.keySet();
    }

    /// Registries that have a model of this name, by name; the first is the one that counts.
    List<String> homes(String name) {
        return homes.getOrDefault(name, List.of());
    }

    /// Models whose tags name a workload or a series: they are expected to serve.
    Set<String> tied() {
        return tied;
    }

    /// Workloads that the model's tags name; empty when they name none.
    Set<String> workloadsOf(String name) {
        return workloads.getOrDefault(name, Set.of());
    }

    Set<String> normal(String name) {
        return byNormal.getOrDefault(Naming.normal(name), Set.of());
    }

    Set<String> workload(String reference) {
        return byWorkload.getOrDefault(reference, Set.of());
    }

    Set<String> series(String reference) {
        return bySeries.getOrDefault(reference, Set.of());
    }

    Set<String> image(String digest) {
        return digest.isEmpty() ? Set.of() : byDigest.getOrDefault(digest(digest), Set.of());
    }

    /// `sha256:…` out of whatever stands around it.
    static String digest(String reference) {
        int at = reference.lastIndexOf("sha256:");
        return (at < 0 ? reference : reference.substring(at)).strip().toLowerCase(Locale.ROOT);
    }

    /// The values of the first tag present, taken apart at commas.
    static Stream<String> values(Map<String, String> tags, List<String> names) {
        for (var name : names) {
            var value = tags.get(name);
            if (value != null && !value.isBlank()) {
                return Arrays.stream(value.split(",")).map(String::strip).filter(it -> !it.isEmpty());
            }
        }
        return Stream.empty();
    }

    private static void put(Map<String, Set<String>> index, String key, String name) {
        index.computeIfAbsent(key, _ -> new TreeSet<>()).add(name);
    }
}
