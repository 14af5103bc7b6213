package jml.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a workload of the lab looks like to the API server.
final class Manifests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifests() {}

    /// @param models those that the workload runs; the first one decides its shape
    /// @param version whose image it runs
    static ObjectNode workload(List<LabModel> models, int version) {
        var model = models.getFirst();
        var serving = model.serving();
        var manifest = JSON.createObjectNode();
        manifest.put("apiVersion", serving.rollout() ? "argoproj.io/v1alpha1" : "apps/v1");
        manifest.put("kind", serving.rollout() ? "Rollout" : "Deployment");
        var metadata = manifest.putObject("metadata");
        metadata.put("name", model.workload()).put("namespace", Cluster.NAMESPACE);
        metadata.putObject("labels").put(Cluster.MARK, Cluster.MARKED);
        annotate(metadata.putObject("annotations"), models);
        var spec = manifest.putObject("spec");
        spec.put("replicas", serving.replicas());
        spec.putObject("selector").putObject("matchLabels").put("app", model.workload());
        if (serving.rollout()) {
            canary(spec.putObject("strategy").putObject("canary"), serving.weight());
        }
        template(spec.putObject("template"), model, version);
        return manifest;
    }

    // Untagged models of real servers are found by what the workload lists; others by the profile or their names.
    private static void annotate(ObjectNode annotations, List<LabModel> models) {
        annotations.put("jml.dev/owner", models.getFirst().owner());
        if (models.getFirst().serving().live()) {
            annotations.put("jml.dev/series", models.getFirst().series());
        }
    }

    private static void canary(ObjectNode canary, int weight) {
        canary.put("maxSurge", 1).put("maxUnavailable", 0);
        canary.putObject("stableMetadata").putObject("labels").put("track", "stable");
        canary.putObject("canaryMetadata").putObject("labels").put("track", "canary");
        var steps = canary.putArray("steps");
        steps.addObject().put("setWeight", weight);
        steps.addObject().putObject("pause");
        steps.addObject().put("setWeight", 50);
        steps.addObject().putObject("pause");
    }

    private static void template(ObjectNode template, LabModel model, int version) {
        template.putObject("metadata").putObject("labels").put("app", model.workload());
        var container = template.putObject("spec").putArray("containers").addObject();
        container.put("name", "model").put("image", model.image(version));
        container
                .putObject("resources")
                .putObject("requests")
                .put("cpu", "500m")
                .put("memory", "512Mi");
    }
}
