package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// The workloads of `kubernetes/acts.yaml` in the lab's cluster, changed as an administrator or another tool would.
final class LabWorkloads implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final String namespace;
    private final KubernetesClient admin = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(new File(System.getenv("JML_LAB_KUBECONFIG_ADMIN"))))
            .build();

    LabWorkloads(String namespace) {
        this.namespace = namespace;
    }

    /// Version one whole, then version two: the canary waits at a quarter, the Deployment is through. Whatever was left
    /// of an earlier run goes first.
    void make() throws Exception {
        rollout().delete();
        rollout().waitUntilCondition(rollout -> rollout == null, 60, TimeUnit.SECONDS);
        apply(1);
        awaitRollout("Healthy");
        apply(2);
        awaitRollout("Paused");
        awaitRanker();
    }

    void apply(int version) throws IOException {
        try (var file = LabWorkloads.class.getResourceAsStream("/kubernetes/acts.yaml")) {
            var yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@V@", String.valueOf(version))
                    .replace("@NS@", namespace);
            for (var item : admin.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                    .items()) {
                admin.resource(item).fieldManager("lab").forceConflicts().serverSideApply();
            }
        }
    }

    void awaitRollout(String phase) {
        rollout()
                .waitUntilCondition(
                        rollout -> rollout != null
                                && phase.equals(rollout.get("status", "phase"))
                                && String.valueOf(rollout.getMetadata().getGeneration())
                                        .equals(rollout.get("status", "observedGeneration")),
                        120,
                        TimeUnit.SECONDS);
    }

    /// Until the controller works on a template other than this one.
    void awaitAnother(String hash) {
        rollout()
                .waitUntilCondition(
                        rollout -> rollout != null && !hash.equals(rollout.get("status", "currentPodHash")),
                        120,
                        TimeUnit.SECONDS);
    }

    private void awaitRanker() {
        admin.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("ranker")
                .waitUntilCondition(
                        it -> it.getStatus() != null
                                && it.getMetadata()
                                        .getGeneration()
                                        .equals(it.getStatus().getObservedGeneration())
                                && it.getSpec()
                                        .getReplicas()
                                        .equals(it.getStatus().getUpdatedReplicas())
                                && it.getSpec()
                                        .getReplicas()
                                        .equals(it.getStatus().getReadyReplicas())
                                && it.getSpec()
                                        .getReplicas()
                                        .equals(it.getStatus().getReplicas()),
                        120,
                        TimeUnit.SECONDS);
    }

    private Resource<GenericKubernetesResource> rollout() {
        return admin.genericKubernetesResources("argoproj.io/v1alpha1", "Rollout")
                .inNamespace(namespace)
                .withName("scorer");
    }

    JsonNode scorer() {
        return json.valueToTree(rollout().get());
    }

    /// As another tool's merge patch.
    void patchScorer(String patch) {
        rollout().patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    void patchScorerStatus(String patch) {
        rollout().subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    void patchRanker(String patch) {
        admin.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("ranker")
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    /// Template hash of the ReplicaSet of that image.
    String hash(String image) {
        return admin.apps().replicaSets().inNamespace(namespace).list().getItems().stream()
                .filter(set -> set.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage()
                        .equals(image))
                .map(set -> {
                    var labels = set.getMetadata().getLabels();
                    return labels.getOrDefault("rollouts-pod-template-hash", labels.get("pod-template-hash"));
                })
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        admin.namespaces().withName(namespace).delete();
        admin.close();
    }
}
