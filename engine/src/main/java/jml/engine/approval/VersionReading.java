package jml.engine.approval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jml.core.approval.TagParts;
import jml.core.fleet.identity.RegistryTags;
import jml.core.registry.ModelRegistry;
import jml.core.registry.ModelVersion;
import jml.core.registry.VersionComparison.Part;
import jml.core.registry.VersionDetails;
import jml.core.source.SourceException;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// Reads from a registry what it tells of one version: two questions. What it does not answer is a gap, one sentence.
final class VersionReading {
    private final Map<Part, List<String>> gaps = new EnumMap<>(Part.class);

    private VersionReading() {}

    static VersionDetails of(ModelRegistry registry, String model, ModelVersion version) throws InterruptedException {
        return new VersionReading().read(registry, model, version);
    }

    private VersionDetails read(ModelRegistry registry, String model, ModelVersion version)
            throws InterruptedException {
        var name = Words.version(version.version());
        var run = known(
                Part.RUN,
                "The run of " + name,
                () -> version.runId().isEmpty() ? Optional.empty() : registry.run(version.runId()));
        var signature =
                known(Part.CONTRACT, "The contract of " + name, () -> registry.signature(model, version.version()));
        var named = RegistryTags.defaults();
        var image = Stream.concat(named.digest().stream(), named.image().stream())
                .map(it -> version.tags().getOrDefault(it, ""))
                .filter(it -> !it.isBlank())
                .findFirst()
                .orElse("");
        var tags = new HashMap<>(version.tags());
        tags.keySet().removeAll(named.digest());
        tags.keySet().removeAll(named.image());
        // Approvals and their evidence are the console's own, and other for every version.
        tags.keySet().removeIf(it -> it.startsWith(TagParts.APPROVAL) || it.startsWith(TagParts.EVIDENCE));
        return new VersionDetails(version.version(), version.source(), image, tags, run, signature, gaps);
    }

    private interface Asking<T> {
        Optional<T> ask() throws SourceException, InterruptedException;
    }

    private <T> @Nullable T known(Part part, String what, Asking<T> asking) throws InterruptedException {
        try {
            var answer = asking.ask();
            if (answer.isEmpty()) {
                missing(part, what + ": the registry does not have it.");
            }
            return answer.orElse(null);
        } catch (SourceException e) {
            missing(part, what + ": " + e.kind().word() + ", " + e.getMessage());
            return null;
        }
    }

    private void missing(Part part, String sentence) {
        gaps.computeIfAbsent(part, _ -> new ArrayList<>()).add(sentence);
    }
}
