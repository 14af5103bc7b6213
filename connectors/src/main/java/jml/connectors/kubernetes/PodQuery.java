package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jml.core.release.Orchestrator.Pod;
import jml.core.release.Workload;
import jml.core.release.Workload.Kind;
import jml.core.source.SourceException;

/// Lists the pods of one workload in full.
final class PodQuery {
    private static final Comparator<Pod> UNHEALTHY_FIRST = Comparator.comparing(Pod::ready)
            .thenComparing(pod -> pod.reason().isEmpty())
            .thenComparing(Pod::name);

    private final Listing listing;

    PodQuery(Listing listing) {
        this.listing = listing;
    }

    List<Pod> pods(Workload workload) throws SourceException, InterruptedException, Absent, Expired {
        var label = workload.kind() == Kind.ROLLOUT ? "rollouts-pod-template-hash" : "pod-template-hash";
        var hashes = workload.revisions().stream()
                .map(Workload.Revision::hash)
                .filter(hash -> !hash.isEmpty())
                .toList();
        var pods = new ArrayList<Pod>();
        listing.list(
                Resource.PODS,
                workload.namespace(),
                hashes.isEmpty() ? label : label + " in (" + String.join(",", hashes) + ")",
                pod -> {
                    // Two workloads with one template have one hash: the owner's name tells them apart.
                    var hash = pod.path("metadata").path("labels").path(label).asText();
                    var owner = ObjectMeta.owner(pod, "ReplicaSet");
                    if (owner != null && owner.path("name").asText().equals(workload.name() + "-" + hash)) {
                        pods.add(pod(pod, hash));
                    }
                });
        pods.sort(UNHEALTHY_FIRST);
        return pods;
    }

    private static Pod pod(JsonNode pod, String hash) {
        var health = PodHealth.of(pod);
        var metadata = pod.path("metadata");
        var leaving = metadata.has("deletionTimestamp");
        return new Pod(
                metadata.path("name").asText(),
                pod.path("spec").path("nodeName").asText(""),
                hash,
                health.ready() && !leaving,
                health.restarts(),
                leaving ? "Terminating" : health.reason(),
                health.message(),
                ObjectMeta.time(pod.path("status").path("startTime")));
    }
}
