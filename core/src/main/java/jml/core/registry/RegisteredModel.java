package jml.core.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model as the registry knows it.
///
/// @param aliases alias to version; an alias may point at a version that was deleted
/// @param versions all there are, newest first: one that is missing was deleted
public record RegisteredModel(
        String name,
        String description,
        Map<String, String> tags,
        Map<String, String> aliases,
        List<ModelVersion> versions) {
    public RegisteredModel {
        if (name.isBlank()) {
            throw new IllegalArgumentException("registered model without a name");
        }
        tags = Map.copyOf(tags);
        aliases = Map.copyOf(aliases);
        versions = List.copyOf(versions);
    }

    public Optional<ModelVersion> version(String version) {
        return versions.stream().filter(it -> it.version().equals(version)).findFirst();
    }
}
