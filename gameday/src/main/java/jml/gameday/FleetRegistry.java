package jml.gameday;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jml.core.registry.ArtifactSignature;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelRegistry;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.core.signing.Sha256;

/// The simulated fleet's registry as it is at each moment. Answers at once; safe from any thread.
public final class FleetRegistry implements ModelRegistry, ArtifactSignatures {
    private final SimulatedFleet fleet;
    private final InstantSource clock;

    public FleetRegistry(SimulatedFleet fleet, InstantSource clock) {
        this.fleet = fleet;
        this.clock = clock;
    }

    @Override
    public List<RegisteredModel> models() {
        return fleet.registry(clock.instant());
    }

    /// One model of it; empty when it has no such model.
    public Optional<RegisteredModel> model(String registered) {
        return row(registered).flatMap(row -> SimulatedRegistry.at(List.of(row), clock.instant()).stream()
                .findFirst());
    }

    @Override
    public Optional<ModelVersion> version(String model, String version) {
        return model(model).flatMap(it -> it.version(version));
    }

    @Override
    public Optional<Run> run(String runId) {
        for (var row : fleet.rows()) {
            for (var revision : row.story().revisions(clock.instant()).entrySet()) {
                if (SimulatedRuns.id(row.model(), revision.getKey()).equals(runId)) {
                    return Optional.of(SimulatedRuns.run(
                            row.model(), revision.getKey(), revision.getValue().since()));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Signature> signature(String model, String version) {
        return version(model, version).map(_ -> SimulatedRuns.signature());
    }

    @Override
    public String describe() {
        return "the simulated registry";
    }

    @Override
    public ArtifactSignature of(String model, ModelVersion version) {
        return row(model)
                .map(row -> new ArtifactSignature(
                        ArtifactSignature.Status.VALID,
                        row.model().useCase() + "-ci",
                        Sha256.ofHex(FactsOfModel.digest(row.model(), version.version())
                                .substring("sha256:".length())),
                        "Signed by " + row.model().useCase() + "-ci; the simulation signs whatever it rolls out."))
                .orElseGet(() -> new ArtifactSignature(
                        ArtifactSignature.Status.UNSIGNED, "", null, "The simulated registry has no such model."));
    }

    private Optional<ModelRow> row(String registered) {
        return fleet.rows().stream()
                .filter(row ->
                        !registered.isEmpty() && row.model().names().registry().equals(registered))
                .findFirst();
    }
}
