package jml.app.approval;

import java.time.InstantSource;
import jml.app.connect.SourceWiring;
import jml.app.input.InputException;
import jml.app.profile.Profile;
import jml.core.registry.ModelRegistry;
import jml.core.registry.ModelVersion;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;

/// A version that one of the profile's registries has.
///
/// @param source the registry, as the profile describes it
public record RegisteredVersion(SourceSettings source, ModelRegistry registry, ModelVersion version) {
    /// @throws InputException when every registry that answered has no such version, or the profile has none
    /// @throws SourceException when it was not found and a registry did not answer
    public static RegisteredVersion find(Profile profile, String model, String version, InstantSource clock)
            throws InputException, SourceException, InterruptedException {
        var wiring = new SourceWiring(profile.severity(), clock);
        var registries = profile.sources().stream()
                .filter(it -> it.product() == SourceSettings.Product.MLFLOW)
                .toList();
        if (registries.isEmpty()) {
            throw new InputException(model + "@" + version, "the profile has no model registry");
        }
        SourceException failed = null;
        for (var source : registries) {
            try {
                var registry = wiring.registry(source);
                var found = registry.version(model, version);
                if (found.isPresent()) {
                    return new RegisteredVersion(source, registry, found.get());
                }
            } catch (SourceException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
        throw new InputException(model + "@" + version, "no registry of the profile has it");
    }
}
