package jml.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jml.gameday.plan.Setup;

/// What the API server holds at one moment, and nothing else, told as setups of the simulation.
///
/// @param workloads Rollouts and Deployments
/// @param replicaSets of all of them
record Sighting(List<JsonNode> workloads, List<JsonNode> replicaSets) {
    private static final Pattern VERSION = Pattern.compile(":v(\\d+)");
    private static final Comparator<JsonNode> BY_REVISION = Comparator.comparingLong(Sighting::revision);

    Sighting {
        workloads = List.copyOf(workloads);
        replicaSets = List.copyOf(replicaSets);
    }

    /// How a workload serves; empty when there is none of that name or nothing of it runs yet.
    Optional<Setup> setup(String workload) {
        return workloads.stream()
                .filter(it -> it.path("metadata").path("name").asText().equals(workload))
                .findFirst()
                .flatMap(this::setup);
    }

    private Optional<Setup> setup(JsonNode workload) {
        var uid = workload.path("metadata").path("uid").asText();
        var sets = replicaSets.stream()
                .filter(it -> it.at("/metadata/ownerReferences/0/uid").asText().equals(uid))
                .sorted(BY_REVISION)
                .toList();
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        var newest = sets.getLast();
        var stable = stable(workload, sets);
        int replicas = workload.path("status").path("replicas").asInt();
        double weight = newest.equals(stable) ? 0 : weight(workload, newest, replicas);
        return Optional.of(
                weight == 0
                        ? Setup.of(version(stable), replicas)
                        : new Setup(version(stable), version(newest), weight, replicas, ""));
    }

    // A Rollout says itself what is stable. A Deployment under way serves from the oldest set that still has pods.
    private static JsonNode stable(JsonNode workload, List<JsonNode> sets) {
        var hash = workload.path("status").path("stableRS").asText("");
        return sets.stream()
                .filter(it -> hash.isEmpty()
                        ? it.path("status").path("replicas").asInt() > 0
                        : hash.equals(it.at("/metadata/labels/rollouts-pod-template-hash")
                                .asText()))
                .findFirst()
                .orElse(sets.getLast());
    }

    // Without a traffic router the pods are the split.
    private static double weight(JsonNode workload, JsonNode newest, int replicas) {
        var routed = workload.at("/status/canary/weights/canary/weight");
        if (routed.isNumber()) {
            return Math.clamp(routed.asDouble() / 100, 0, 1);
        }
        int pods = newest.path("status").path("replicas").asInt();
        return replicas == 0 ? 0 : Math.min(1, (double) pods / replicas);
    }

    private static long revision(JsonNode set) {
        var annotations = set.path("metadata").path("annotations");
        return annotations
                .path("rollout.argoproj.io/revision")
                .asLong(annotations.path("deployment.kubernetes.io/revision").asLong());
    }

    private static String version(JsonNode set) {
        var image = set.at("/spec/template/spec/containers/0/image").asText();
        var found = VERSION.matcher(image);
        return found.find() ? found.group(1) : image;
    }
}
