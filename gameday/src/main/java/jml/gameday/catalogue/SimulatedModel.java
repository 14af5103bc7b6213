package jml.gameday.catalogue;

import java.util.List;
import jml.core.metric.Objective;
import jml.core.metric.Sli;

/// One model of the simulated fleet: what it is called in each system, what is asked of it, how it serves and how
/// good it is while all is well. What happens to it is told by its story ([jml.gameday.plan.Story]).
///
/// @param name what the console calls it, unique in a fleet
/// @param version the one that served at the beginning
public record SimulatedModel(
        String name,
        String owner,
        String useCase,
        String version,
        Names names,
        Traffic traffic,
        Serving serving,
        Quality quality,
        Lines lines) {

    /// The names of one model in the systems around it: they need not agree.
    ///
    /// @param registry as the registry has it; empty when no registry has it
    /// @param workload Deployment or Rollout in `namespace`; empty when no cluster holds the model
    /// @param metricLabel value of the label that names the model on its series
    /// @param image repository of the container image; empty without a workload
    public record Names(String registry, String namespace, String workload, String metricLabel, String image) {}

    /// Requests over a day: a cosine between its quietest and its busiest hour.
    ///
    /// @param peakPerSecond requests per second at the busiest hour
    /// @param quietShare of that at the quietest, 0..1
    /// @param peakHour of the day in UTC, 0..24
    /// @param comparedShare of the requests, 0..1, whose prediction is compared with a reference
    /// @param features values looked up for one request
    public record Traffic(
            double peakPerSecond, double quietShare, double peakHour, double comparedShare, int features) {}

    /// @param runtime whose metric names the exposition uses
    /// @param replicas while nobody changes them
    /// @param perReplica requests per second that keep one replica fully busy
    /// @param costPerReplica per hour, in the profile's currency
    /// @param hosted models that share the server, at least 1
    public record Serving(
            ServingRuntime runtime,
            int replicas,
            double perReplica,
            double costPerReplica,
            double gpusPerReplica,
            double coresPerReplica,
            int hosted) {}

    /// @param p95Seconds at 60% utilisation
    /// @param errors, coldStarts, missing, disagreement shares 0..1
    /// @param drift the score while inputs look like the reference
    public record Quality(
            double p95Seconds,
            double errors,
            double disagreement,
            double drift,
            double missing,
            double coldStarts,
            double kpiDelta) {}

    /// The lines of its objectives, in base units.
    ///
    /// @param minCompared comparisons below which fidelity is not judged
    /// @param costPerHour budget of all replicas, in the profile's currency; not an objective
    public record Lines(
            double p95Seconds,
            double success,
            double fidelity,
            double drift,
            double missing,
            double coldStarts,
            long minCompared,
            double costPerHour) {}

    public enum ServingRuntime {
        GENERIC,
        MLSERVER,
        TRITON,
        VLLM
    }

    /// True when no cluster holds it: a device, a virtual machine, a managed endpoint.
    public boolean outside() {
        return names.workload().isEmpty();
    }

    /// Fidelity first: what is judged first is named first where several lack events.
    public List<Objective> objectives() {
        return List.of(
                Objective.atLeast(Sli.FIDELITY, lines.fidelity(), lines.minCompared()),
                Objective.atMost(Sli.LATENCY_P95, lines.p95Seconds(), 20),
                // One failure among fewer requests than this would miss the line by itself.
                Objective.atLeast(Sli.SUCCESS, lines.success(), Math.round(1 / (1 - lines.success()))),
                Objective.atMost(Sli.DRIFT, lines.drift(), 0),
                Objective.atMost(Sli.MISSING_FEATURES, lines.missing(), 100),
                Objective.atMost(Sli.COLD_STARTS, lines.coldStarts(), 100));
    }
}
