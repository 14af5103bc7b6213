package jml.core.registry;

import java.util.List;
import java.util.Map;
import jml.core.registry.ModelRegistry.Run;
import jml.core.registry.ModelRegistry.Signature;
import org.jspecify.annotations.Nullable;

/// All that a registry tells of one version, as read when somebody looked.
///
/// @param version as the registry writes it ("17")
/// @param source where the artifact lies, as the registry writes it; may be empty
/// @param image the container image that carries it, as its tags name it; empty when none does
/// @param tags of the version that people or pipelines set; not those that name the image
/// @param run null when it is not known
/// @param signature null when it is not known
/// @param gaps what is not known and why, one sentence each, at the part of the comparison that misses it
public record VersionDetails(
        String version,
        String source,
        String image,
        Map<String, String> tags,
        @Nullable Run run,
        @Nullable Signature signature,
        Map<VersionComparison.Part, List<String>> gaps) {
    public VersionDetails {
        if (version.isBlank()) {
            throw new IllegalArgumentException("details of a version without a number");
        }
        tags = Map.copyOf(tags);
        gaps = Map.copyOf(gaps);
    }

    List<String> gaps(VersionComparison.Part part) {
        return gaps.getOrDefault(part, List.of());
    }
}
