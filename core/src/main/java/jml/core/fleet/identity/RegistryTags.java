package jml.core.fleet.identity;

import java.util.List;

/// Tags of registered models and versions that tie them to what serves. Values may be lists separated by commas.
///
/// @param workload of a model: its workloads, `namespace/name` or `name`
/// @param series of a model: its series, by the value of the model label
/// @param digest of a version: the image that carries it, `sha256:…`, also at the end of a longer reference
/// @param image of a version: the image that carries it, `repository:tag`
/// @param servingAliases aliases that say which version should serve in production, most telling first
public record RegistryTags(
        List<String> workload,
        List<String> series,
        List<String> digest,
        List<String> image,
        List<String> servingAliases) {
    public RegistryTags {
        workload = List.copyOf(workload);
        series = List.copyOf(series);
        digest = List.copyOf(digest);
        image = List.copyOf(image);
        servingAliases = List.copyOf(servingAliases);
    }

    public static RegistryTags defaults() {
        return new RegistryTags(
                List.of("jml.workload", "jml.models", "jml.workloads"),
                List.of("jml.series", "jml.metric"),
                List.of("image.digest", "jml.digest", "image_digest", "jml.image.digest"),
                List.of("image", "jml.image", "container.image"),
                List.of("champion", "production", "prod", "live", "stable"));
    }
}
