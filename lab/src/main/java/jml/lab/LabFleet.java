package jml.lab;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jml.gameday.SimulatedFleet;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.plan.Change;
import jml.gameday.plan.Disturbance;
import jml.gameday.plan.Effect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The simulated half of the lab's models. It serves as the cluster is set up, and learns that only by
/// [#follow(Sighting, Instant)]. Used by one thread; the fleet may be read by others.
final class LabFleet {
    private static final Logger LOG = LoggerFactory.getLogger(LabFleet.class);
    private static final long SEED = 20_261_124;

    /// How many more predictions of a bad canary disagree with their reference.
    private static final double DISAGREEMENT = 0.1;

    private static final double COST_PER_REPLICA = 1.2;

    private final Map<String, String> workloads;
    private final SimulatedFleet fleet;

    LabFleet(List<LabModel> models, Instant opened) {
        var simulated = models.stream().filter(model -> !model.serving().live()).toList();
        this.workloads = simulated.stream()
                .filter(LabModel::inCluster)
                .collect(Collectors.toMap(LabModel::registry, LabModel::workload));
        this.fleet = SimulatedFleet.quiet(
                SEED,
                simulated.stream()
                        .map(model -> simulated(model, hosted(model, models)))
                        .toList(),
                simulated.stream()
                        .filter(model -> model.serving().bad())
                        .collect(Collectors.toMap(LabModel::registry, model -> worse(model, opened))),
                opened);
    }

    SimulatedFleet fleet() {
        return fleet;
    }

    /// Applies what differs from how the fleet is set up now.
    void follow(Sighting seen, Instant now) {
        workloads.forEach((model, workload) -> seen.setup(workload)
                .filter(setup -> !setup.equals(fleet.setup(model, now).orElse(null)))
                .ifPresent(setup -> {
                    LOG.info("{}: {}", model, setup);
                    fleet.apply(new Change(now, model, setup, "cluster"));
                }));
    }

    private static int hosted(LabModel model, List<LabModel> models) {
        return model.inCluster()
                ? (int) models.stream()
                        .filter(it -> it.workload().equals(model.workload()))
                        .count()
                : 1;
    }

    private static List<Disturbance> worse(LabModel model, Instant opened) {
        var version = Integer.toString(model.serving().canary());
        return List.of(new Disturbance(opened, Instant.MAX, version, Effect.disagreeing(DISAGREEMENT)));
    }

    /// @param hosted models that share its server, and so its cost
    private static SimulatedModel simulated(LabModel model, int hosted) {
        var serving = model.serving();
        return new SimulatedModel(
                model.registry(),
                model.owner(),
                model.useCase(),
                Integer.toString(serving.stable()),
                new SimulatedModel.Names(
                        model.registry(),
                        model.inCluster() ? Cluster.NAMESPACE : "",
                        model.workload(),
                        model.series(),
                        model.image()),
                new SimulatedModel.Traffic(serving.perSecond(), 0.7, 14, 1, 12),
                new SimulatedModel.Serving(
                        SimulatedModel.ServingRuntime.GENERIC,
                        serving.replicas(),
                        serving.perSecond() / serving.replicas() / 0.7,
                        model.inCluster() ? COST_PER_REPLICA / hosted : 0,
                        0,
                        0.5,
                        hosted),
                new SimulatedModel.Quality(0.06, 0.0003, 0.012, 0.05, 0.0001, 0.0008, 0.004),
                new SimulatedModel.Lines(0.2, 0.999, 0.95, 0.35, 0.005, 0.02, 331, Double.POSITIVE_INFINITY));
    }
}
