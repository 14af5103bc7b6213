package jml.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelRegistry;
import jml.core.registry.RegisteredModel;
import jml.engine.approval.Registries;
import jml.gameday.FleetRegistry;
import jml.gameday.SimulatedFleet;

/// The one registry of the simulated fleet.
public record SimulatedRegistries(FleetRegistry registry) implements Registries {
    /// Of the story that goes on in a data folder, with what was done in it; of one that begins now when none does.
    public static SimulatedRegistries in(Path data, InstantSource clock) {
        return new SimulatedRegistries(new FleetRegistry(FleetOnce.simulated(data, clock.instant()), clock));
    }

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
