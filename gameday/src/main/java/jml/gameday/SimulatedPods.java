package jml.gameday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jml.core.release.Orchestrator.Pod;
import jml.gameday.chance.Chance;
import jml.gameday.plan.Setup;

/// The pods a cluster would run for a model.
final class SimulatedPods {
    private static final int NODES = 12;

    private SimulatedPods() {}

    /// Unhealthy first, then by name; none when no cluster holds the model.
    static List<Pod> of(ModelRow row, Instant at) {
        if (row.model().outside()) {
            return List.of();
        }
        var stretch = row.stretch(row.seconds(at));
        var setup = stretch.setup();
        var pods = new ArrayList<Pod>();
        for (int i = setup.replicas() - 1; i >= 0; i--) {
            pods.add(pod(row, setup, i, i < stretch.ready(), at));
        }
        return pods;
    }

    private static Pod pod(ModelRow row, Setup setup, int index, boolean ready, Instant at) {
        int canaries = setup.candidateReplicas();
        var version = index < canaries ? setup.candidate() : setup.version();
        var revision = FactsOfModel.hash(row.model(), version);
        var begun = row.story().revision(version, at).since();
        var restarted = setup.marks().restartedAt();
        var since = restarted == null || restarted.isBefore(begun) ? begun : restarted;
        long hash = Chance.hash(Chance.hash(revision), index, since.equals(begun) ? 0 : since.getEpochSecond());
        return new Pod(
                row.model().names().workload() + "-" + revision + "-" + Long.toString(hash >>> 40, 36),
                "node-" + (1 + Math.floorMod(hash, NODES)),
                revision,
                ready,
                0,
                ready ? "" : "ContainerCreating",
                "",
                ready ? since : at);
    }
}
