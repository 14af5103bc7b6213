package jml.connectors.mlflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;

/// One full read of a registry, put together.
///
/// @param hidden names of models that have versions but were not listed themselves
record Catalogue(SortedMap<String, RegisteredModel> byName, Set<String> hidden) {
    static final Catalogue EMPTY = new Catalogue(new TreeMap<>(), Set.of());

    private static final String LOGGED_MODEL = "models:/m-";
    private static final Comparator<ModelVersion> NEWEST_FIRST = Comparator.comparing(ModelVersion::createdAt)
            .thenComparing(ModelVersion::version, Comparator.comparingInt(String::length))
            .thenComparing(ModelVersion::version)
            .reversed();

    List<RegisteredModel> models() {
        return List.copyOf(byName.values());
    }

    /// Rows that come twice, which happens when something is added while pages are read, count once.
    ///
    /// @param previous whose models are given again where nothing changed, so that snapshots share them
    static Catalogue of(List<Wire.ModelPage> modelPages, List<Wire.VersionPage> versionPages, Catalogue previous) {
        var reader = new Reader();
        versionPages.forEach(page -> page.versions().forEach(reader::add));
        var byName = new TreeMap<String, RegisteredModel>();
        for (var page : modelPages) {
            for (var model : page.models()) {
                model.latestVersions().forEach(reader::add);
                var read = reader.model(model);
                var before = previous.byName.get(model.name());
                byName.put(model.name(), read.equals(before) ? before : read);
            }
        }
        var hidden = new HashSet<>(reader.versions.keySet());
        hidden.removeAll(byName.keySet());
        return new Catalogue(byName, hidden);
    }

    /// One that was asked for by itself.
    static ModelVersion version(Wire.Version wire) {
        return new Reader().version(wire);
    }

    private static final class Reader {
        /// By model and number.
        private final Map<String, Map<String, ModelVersion>> versions = new HashMap<>();

        // A few dozen tag keys come ten thousand times.
        private final Map<String, String> keys = new HashMap<>();

        void add(Wire.Version wire) {
            versions.computeIfAbsent(wire.name(), name -> new HashMap<>())
                    .computeIfAbsent(wire.version(), number -> version(wire));
        }

        RegisteredModel model(Wire.Model wire) {
            var aliases = new HashMap<String, String>();
            wire.aliases().forEach(it -> aliases.put(shared(it.alias()), it.version()));
            var newestFirst =
                    new ArrayList<>(versions.getOrDefault(wire.name(), Map.of()).values());
            newestFirst.sort(NEWEST_FIRST);
            return new RegisteredModel(wire.name(), wire.description(), tags(wire.tags()), aliases, newestFirst);
        }

        private ModelVersion version(Wire.Version wire) {
            return new ModelVersion(
                    wire.version(),
                    Instant.ofEpochMilli(wire.creationTimestamp()),
                    status(wire),
                    wire.source(),
                    wire.runId(),
                    modelId(wire),
                    tags(wire.tags()));
        }

        private Map<String, String> tags(List<Wire.Entry> entries) {
            var tags = new HashMap<String, String>();
            entries.forEach(it -> tags.put(shared(it.key()), it.value()));
            return tags;
        }

        private String shared(String key) {
            return keys.computeIfAbsent(key, it -> it);
        }
    }

    // Searches do not fill model_id; the source names it.
    private static String modelId(Wire.Version wire) {
        if (wire.modelId().isEmpty() && wire.source().startsWith(LOGGED_MODEL)) {
            return wire.source().substring("models:/".length());
        }
        return wire.modelId();
    }

    private static ModelVersion.Status status(Wire.Version wire) {
        if (wire.stage().equals("Archived")) {
            return ModelVersion.Status.ARCHIVED;
        }
        return switch (wire.status()) {
            case "READY", "" -> ModelVersion.Status.READY;
            case "PENDING_REGISTRATION" -> ModelVersion.Status.PENDING;
            case "FAILED_REGISTRATION" -> ModelVersion.Status.FAILED;
            default -> ModelVersion.Status.UNKNOWN;
        };
    }
}
