package jml.gameday.catalogue;

import jml.gameday.catalogue.SimulatedModel.Lines;
import jml.gameday.catalogue.SimulatedModel.Names;
import jml.gameday.catalogue.SimulatedModel.Quality;
import jml.gameday.catalogue.SimulatedModel.Serving;
import jml.gameday.catalogue.SimulatedModel.ServingRuntime;
import jml.gameday.catalogue.SimulatedModel.Traffic;

/// A model being described; what is not said is ordinary. Replicas are sized so that the busiest hour keeps them
/// 70% busy.
final class Draft {
    private final String name;
    private final String owner;
    private final String useCase;
    private final String version;
    private Names names;
    private double peakPerSecond = 40;
    private double quietShare = 0.35;
    private double peakHour = 14;
    private double comparedShare = 0.5;
    private int features = 12;
    private ServingRuntime runtime = ServingRuntime.GENERIC;
    private int replicas = 4;
    private double costPerReplica = 1.1;
    private double budget = Double.POSITIVE_INFINITY;
    private double gpus;
    private int hosted = 1;
    private double p95Seconds = 0.06;
    private double latencyLine = 0.2;
    private double errors = 0.0002;
    private double successLine;
    private double fidelity = 0.982;
    private double fidelityLine = 0.95;
    private double drift = 0.05;
    private double kpiDelta = 0.004;

    Draft(String name, String owner, String useCase, int version) {
        this.name = name;
        this.owner = owner;
        this.useCase = useCase;
        this.version = Integer.toString(version);
        this.names = new Names(name, "ml-" + useCase, name, name, "registry.example.com/models/" + name);
    }

    /// Names that differ from the model's own.
    Draft called(String registry, String namespace, String workload, String metricLabel, String image) {
        names = new Names(registry, namespace, workload, metricLabel, image);
        return this;
    }

    /// No cluster holds it.
    Draft outside() {
        names = new Names(name, "", "", name, "");
        costPerReplica = 0;
        return this;
    }

    Draft traffic(double peakPerSecond, double quietShare, double peakHour) {
        this.peakPerSecond = peakPerSecond;
        this.quietShare = quietShare;
        this.peakHour = peakHour;
        return this;
    }

    Draft compares(double share) {
        comparedShare = share;
        return this;
    }

    Draft features(int values) {
        features = values;
        return this;
    }

    Draft replicas(int count, double costEach) {
        replicas = count;
        costPerReplica = costEach;
        return this;
    }

    Draft budget(double costPerHour) {
        budget = costPerHour;
        return this;
    }

    Draft gpus(double perReplica) {
        gpus = perReplica;
        return this;
    }

    Draft runtime(ServingRuntime runtime) {
        this.runtime = runtime;
        return this;
    }

    Draft hosted(int models) {
        hosted = models;
        return this;
    }

    /// In milliseconds, as people speak of latency.
    Draft p95(double usual, double line) {
        p95Seconds = usual / 1000;
        latencyLine = line / 1000;
        return this;
    }

    /// In percent.
    Draft success(double usual, double line) {
        errors = 1 - usual / 100;
        successLine = line / 100;
        return this;
    }

    /// In percent.
    Draft fidelity(double usual, double line) {
        fidelity = usual / 100;
        fidelityLine = line / 100;
        return this;
    }

    Draft drift(double usual) {
        drift = usual;
        return this;
    }

    Draft kpiDelta(double usual) {
        kpiDelta = usual;
        return this;
    }

    // A line that one or two failures among few requests would cross is nobody's objective.
    private double successLine() {
        return successLine > 0 ? successLine : peakPerSecond >= 100 ? 0.999 : 0.995;
    }

    SimulatedModel model() {
        return new SimulatedModel(
                name,
                owner,
                useCase,
                version,
                names,
                new Traffic(peakPerSecond, quietShare, peakHour, comparedShare, features),
                new Serving(
                        runtime,
                        replicas,
                        peakPerSecond / replicas / 0.7,
                        costPerReplica,
                        gpus,
                        gpus > 0 ? 8 : 2,
                        hosted),
                new Quality(p95Seconds, errors, 1 - fidelity, drift, 0.0001, 0.0008, kpiDelta),
                new Lines(latencyLine, successLine(), fidelityLine, 0.35, 0.005, 0.02, 331, budget));
    }
}
