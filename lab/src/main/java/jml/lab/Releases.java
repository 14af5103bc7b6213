package jml.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Puts the lab's workloads into the cluster: each with its stable version, then the canaries on their way. What is
/// already there stays as people left it.
final class Releases {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Cluster cluster;
    private final InstantSource clock;

    Releases(Cluster cluster, InstantSource clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /// @throws IllegalStateException when a workload does not become healthy in time
    void begin(List<LabModel> models) throws InterruptedException {
        var until = clock.instant().plus(PATIENCE);
        var workloads = models.stream()
                .filter(LabModel::inCluster)
                .collect(Collectors.groupingBy(LabModel::workload, LinkedHashMap::new, Collectors.toList()));
        var made = workloads.values().stream().filter(this::absent).toList();
        for (var workload : made) {
            cluster.apply(
                    Manifests.workload(workload, workload.getFirst().serving().stable()));
        }
        for (var workload : made) {
            if (workload.getFirst().serving().canary() > 0) {
                await(workload.getFirst(), "Healthy", until);
                cluster.apply(Manifests.workload(
                        workload, workload.getFirst().serving().canary()));
            }
        }
        for (var workload : made) {
            if (workload.getFirst().serving().canary() > 0) {
                await(workload.getFirst(), "Paused", until);
            }
        }
    }

    private boolean absent(List<LabModel> workload) {
        var model = workload.getFirst();
        return cluster.get(Cluster.path(model.workload(), model.serving().rollout())) == null;
    }

    private void await(LabModel model, String phase, Instant until) throws InterruptedException {
        while (true) {
            var seen = cluster.get(Cluster.path(model.workload(), true));
            var at = seen == null ? "absent" : seen.path("status").path("phase").asText();
            if (at.equals(phase)) {
                return;
            }
            if (clock.instant().isAfter(until)) {
                throw new IllegalStateException("rollout " + model.workload() + " is " + at + ", not " + phase);
            }
            Thread.sleep(200);
        }
    }
}
