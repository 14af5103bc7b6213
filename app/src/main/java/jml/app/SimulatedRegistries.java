package jml.app;

import java.util.Optional;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelRegistry;
import jml.core.registry.RegisteredModel;
import jml.engine.approval.Registries;
import jml.gameday.FleetRegistry;
import jml.gameday.SimulatedFleet;

/// The one registry of the simulated fleet.
public record SimulatedRegistries(FleetRegistry registry) implements Registries {
    @Override
    public Optional<ModelRegistry> connected(String source) {
        return source.equals(SimulatedFleet.SOURCE) ? Optional.of(registry) : Optional.empty();
    }

    @Override
    public Optional<ArtifactSignatures> signatures(String source) {
        return source.equals(SimulatedFleet.SOURCE) ? Optional.of(registry) : Optional.empty();
    }

    @Override
    public Optional<RegisteredModel> polled(String source, String model) {
        return source.equals(SimulatedFleet.SOURCE) ? registry.model(model) : Optional.empty();
    }
}
