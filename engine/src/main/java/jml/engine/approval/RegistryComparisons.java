package jml.engine.approval;

import java.util.List;
import java.util.function.Supplier;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.core.registry.VersionComparison;
import jml.core.registry.VersionComparisons;
import jml.core.source.SourceException;
import jml.core.text.Words;

/// Compares versions over the registries of the profile in use. Safe from any thread.
public final class RegistryComparisons implements VersionComparisons {
    private final Supplier<Registries> registries;

    /// @param registries those of the profile in use, asked anew for each question
    public RegistryComparisons(Supplier<Registries> registries) {
        this.registries = registries;
    }

    @Override
    public List<ModelVersion> choices(String source, String model) {
        return registries
                .get()
                .polled(source, model)
                .map(RegisteredModel::versions)
                .orElse(List.of());
    }

    @Override
    public VersionComparison between(String source, String model, String from, String to)
            throws SourceException, InterruptedException {
        var known = registries.get();
        var registry = known.connected(source)
                .orElseThrow(() -> new SourceException(
                        source, SourceException.Kind.MISCONFIGURED, "no registry of this name is connected"));
        var versions = choices(source, model);
        return VersionComparison.between(
                VersionReading.of(registry, model, version(versions, source, model, from)),
                VersionReading.of(registry, model, version(versions, source, model, to)));
    }

    // As polled: no registry is asked for one version without its whole catalogue.
    private static ModelVersion version(List<ModelVersion> versions, String source, String model, String wanted)
            throws SourceException {
        return versions.stream()
                .filter(it -> it.version().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        source,
                        SourceException.Kind.REFUSED,
                        "the registry has no " + Words.version(wanted) + " of " + model));
    }
}
