package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import jml.core.release.Workload.Resources;

/// What a workload runs: the image of its main container and what one replica asks for.
///
/// @param image as written; empty when there is no container
/// @param each requests of one replica
record PodTemplate(Map<String, String> labels, Map<String, String> annotations, String image, Resources each) {
    static final PodTemplate EMPTY = new PodTemplate(Map.of(), Map.of(), "", Resources.NONE);

    static PodTemplate of(JsonNode template) {
        var metadata = template.path("metadata");
        var annotations = ObjectMeta.texts(metadata.path("annotations"));
        var containers = template.path("spec").path("containers");
        return new PodTemplate(
                ObjectMeta.texts(metadata.path("labels")),
                annotations,
                MainContainer.of(annotations, containers).path("image").asText(""),
                requests(template.path("spec")));
    }

    Resources times(int replicas) {
        return new Resources(each.cpuCores() * replicas, each.memoryBytes() * replicas, each.gpus() * replicas);
    }

    private static Resources requests(JsonNode spec) {
        var sum = Resources.NONE;
        for (var container : spec.path("containers")) {
            sum = plus(sum, container.path("resources"));
        }
        for (var container : spec.path("initContainers")) {
            if (container.path("restartPolicy").asText().equals("Always")) { // a sidecar, which stays
                sum = plus(sum, container.path("resources"));
            }
        }
        return sum;
    }

    private static Resources plus(Resources sum, JsonNode resources) {
        var cpu = sum.cpuCores() + amount(resources, "cpu");
        var memory = sum.memoryBytes() + (long) amount(resources, "memory");
        var gpus = sum.gpus();
        for (var limit : resources.path("limits").properties()) {
            // nvidia.com/gpu, amd.com/gpu: extended resources always stand in the limits.
            if (limit.getKey().endsWith("/gpu")) {
                gpus += quantity(limit.getValue());
            }
        }
        return new Resources(cpu, memory, gpus);
    }

    // What is not requested but limited counts as requested: the API server fills it in so.
    private static double amount(JsonNode resources, String name) {
        var requested = resources.path("requests").path(name);
        return quantity(requested.isMissingNode() ? resources.path("limits").path(name) : requested);
    }

    private static double quantity(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        try {
            return Quantity.parse(value.asText()).getNumericalAmount().doubleValue();
        } catch (IllegalArgumentException e) {
            return 0; // the API server accepts only what parses
        }
    }
}
