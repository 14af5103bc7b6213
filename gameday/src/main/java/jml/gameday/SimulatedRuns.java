package jml.gameday;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jml.core.registry.ModelRegistry;
import jml.core.registry.ModelRegistry.Signature.Column;
import jml.gameday.approval.SimulatedPeople;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.chance.Chance;

/// How the simulated versions were made.
final class SimulatedRuns {
    private static final int ID_BEGINS = 17;
    private static final int ID_ENDS = 49;

    private SimulatedRuns() {}

    static String id(SimulatedModel model, String version) {
        return FactsOfModel.digest(model, version).substring(ID_BEGINS, ID_ENDS);
    }

    static ModelRegistry.Run run(SimulatedModel model, String version, Instant since) {
        long chance = Chance.hash(model.name() + " " + version);
        var id = id(model, version);
        return new ModelRegistry.Run(
                id,
                model.name() + "-" + version,
                SimulatedPeople.AUTHOR,
                "FINISHED",
                since.minus(Duration.ofDays(2)),
                Map.of(
                        "trees", String.valueOf(400 + 50 * Math.floorMod(chance, 5)),
                        "max_depth", String.valueOf(5 + Math.floorMod(chance / 7, 3)),
                        "window_months", String.valueOf(24 + 12 * Math.floorMod(chance / 31, 2))),
                Map.of("auc", 0.8 + Math.floorMod(chance, 100) / 1e4),
                Map.of("mlflow.source.git.commit", id.substring(0, 12)),
                List.of(new ModelRegistry.Dataset(
                        model.useCase() + "-applications", id.substring(24), "delta", "training")));
    }

    /// The same for every version: no release of the simulation breaks its callers.
    static ModelRegistry.Signature signature() {
        return new ModelRegistry.Signature(
                List.of(new Column("features", "tensor(float32,[-1,80])", true)),
                List.of(new Column("score", "double", true)),
                List.of());
    }
}
