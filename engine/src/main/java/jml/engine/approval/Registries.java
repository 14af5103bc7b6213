package jml.engine.approval;

import java.util.Optional;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelRegistry;
import jml.core.registry.RegisteredModel;

/// The model registries of the profile in use, by their names in it. Returns at once; safe from any thread.
public interface Registries {
    /// Empty when the profile has no such registry.
    Optional<ModelRegistry> connected(String source);

    /// Who reads signatures of artifacts there; empty when nobody does.
    Optional<ArtifactSignatures> signatures(String source);

    /// A model as the registry told it last; empty when it did not.
    Optional<RegisteredModel> polled(String source, String model);
}
