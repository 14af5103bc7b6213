package jml.views.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.core.registry.ModelVersion;
import jml.core.registry.VersionComparison;
import jml.core.registry.VersionComparisons;
import jml.core.registry.VersionDetails;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// Answers what a test puts there, and keeps what was asked.
public final class FakeComparisons implements VersionComparisons {
    public final List<String> asked = new ArrayList<>();
    public List<String> versions = List.of();
    public @Nullable VersionDetails from;
    public @Nullable VersionDetails to;
    public @Nullable SourceException failure;

    @Override
    public List<ModelVersion> choices(String source, String model) {
        return versions.stream()
                .map(it -> new ModelVersion(it, Instant.EPOCH, ModelVersion.Status.READY, "", "", "", Map.of()))
                .toList();
    }

    @Override
    public VersionComparison between(String source, String model, String older, String newer) throws SourceException {
        asked.add(source + " " + model + " " + older + ".." + newer);
        if (failure != null) {
            throw failure;
        }
        return VersionComparison.between(details(from, older), details(to, newer));
    }

    private static VersionDetails details(@Nullable VersionDetails given, String version) {
        return given == null ? new VersionDetails(version, "", "", Map.of(), null, null, Map.of()) : given;
    }
}
