package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The workloads of `kubernetes/acts.yaml` in the lab's cluster, changed as an administrator or another tool would.
final class LabWorkloads implements AutoCloseable {
    private static final String ROLLOUTS_HASH = "rollouts-pod-template-hash";
    private static final int NOTICED_SECONDS = 15;
    private static final int MOST_WRITES = 60;

    private final ObjectMapper json = new ObjectMapper();
    private final String namespace;
    private final KubernetesClient admin = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(new File(System.getenv("JML_LAB_KUBECONFIG_ADMIN"))))
            .build();

    LabWorkloads(String namespace) {
        this.namespace = namespace;
    }

    /// Version one whole, then version two: the canary waits at a quarter, the Deployment is through. Whatever was left
    /// of an earlier run goes first. Nothing moves any more when this returns.
    void make() throws Exception {
        rollout().delete();
        rollout().waitUntilCondition(rollout -> rollout == null, 60, TimeUnit.SECONDS);
        apply(1);
        awaitRollout("Healthy");
        settle();
        apply(2);
        awaitRollout("Paused");
        settle();
        awaitRanker();
    }

    void apply(int version) throws IOException {
        apply("acts", version, "lab");
    }

    /// @param file in `kubernetes/`
    /// @param manager in whose name the API server books it
    void apply(String file, int version, String manager) throws IOException {
        try (var read = LabWorkloads.class.getResourceAsStream("/kubernetes/" + file + ".yaml")) {
            var yaml = new String(read.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@V@", String.valueOf(version))
                    .replace("@NS@", namespace);
            for (var item : admin.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                    .items()) {
                admin.resource(item).fieldManager(manager).forceConflicts().serverSideApply();
            }
        }
    }

    /// Until the controller has seen the newest template and stands in this phase.
    void awaitRollout(String phase) {
        awaitRollout("scorer", phase);
    }

    void awaitRollout(String name, String phase) {
        var rollout = rollout(name);
        Predicate<GenericKubernetesResource> there = it -> it != null
                && phase.equals(it.get("status", "phase"))
                && String.valueOf(it.getMetadata().getGeneration()).equals(it.get("status", "observedGeneration"));
        try {
            rollout.waitUntilCondition(there, NOTICED_SECONDS, TimeUnit.SECONDS);
        } catch (KubernetesClientTimeoutException missed) {
            // Argo 1.9.1 can lose a change made within half a second of another; any later one wakes it.
            patch(name, "{\"metadata\":{\"annotations\":{\"jml.lab/wake\":\"" + System.nanoTime() + "\"}}}");
            rollout.waitUntilCondition(there, 120, TimeUnit.SECONDS);
        }
    }

    /// Until the controller has written nothing for a second: what is changed then is not lost between its own changes.
    void settle() throws InterruptedException {
        settle("scorer");
    }

    void settle(String name) throws InterruptedException {
        var version = "";
        for (int i = 0; i < MOST_WRITES; i++) {
            var now = rollout(name).get().getMetadata().getResourceVersion();
            if (now.equals(version)) {
                return;
            }
            version = now;
            new CountDownLatch(1).await(1, TimeUnit.SECONDS);
        }
        throw new AssertionError("the controller does not come to rest");
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
        return rollout("scorer");
    }

    private Resource<GenericKubernetesResource> rollout(String name) {
        return admin.genericKubernetesResources("argoproj.io/v1alpha1", "Rollout")
                .inNamespace(namespace)
                .withName(name);
    }

    JsonNode scorer() {
        return read("scorer");
    }

    JsonNode read(String rollout) {
        return json.valueToTree(rollout(rollout).get());
    }

    /// Version one whole, then version two waiting, for a release of `blue-green.yaml`.
    void release(String name) throws Exception {
        rollout(name).delete();
        rollout(name).waitUntilCondition(rollout -> rollout == null, 60, TimeUnit.SECONDS);
        apply("blue-green-service", 1, "lab");
        apply("blue-green", 1, "lab");
        awaitRollout(name, "Healthy");
        settle(name);
        apply("blue-green", 2, "lab");
        awaitRollout(name, "Paused");
        settle(name);
    }

    /// As another tool's merge patch.
    void patch(String rollout, String patch) {
        rollout(rollout).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
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

    String image(String deployment) {
        return admin.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(deployment)
                .get()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }

    void awaitKind(String name) {
        admin.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(name)
                .waitUntilCondition(
                        it -> it != null
                                && it.getStatus() != null
                                && it.getStatus().getConditions().stream()
                                        .anyMatch(said -> said.getType().equals("Established")
                                                && said.getStatus().equals("True")),
                        30,
                        TimeUnit.SECONDS);
    }

    /// Lets on-call read a kind in this namespace.
    void letRead(String group, String plural) {
        var role = new RoleBuilder()
                .withNewMetadata()
                .withName(plural)
                .withNamespace(namespace)
                .endMetadata()
                .addNewRule()
                .withApiGroups(group)
                .withResources(plural)
                .withVerbs("get")
                .endRule()
                .build();
        var binding = new RoleBindingBuilder()
                .withMetadata(role.getMetadata())
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", plural)
                .addNewSubject("rbac.authorization.k8s.io", "Group", "oncall", null)
                .build();
        admin.resource(role).serverSideApply();
        admin.resource(binding).serverSideApply();
    }

    /// Template hash of the ReplicaSet of that image; the Rollout's own where a Deployment lends it the template.
    String hash(String image) {
        return admin.apps().replicaSets().inNamespace(namespace).list().getItems().stream()
                .filter(set -> set.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage()
                        .equals(image))
                .map(set -> set.getMetadata().getLabels())
                .sorted(Comparator.comparing(labels -> !labels.containsKey(ROLLOUTS_HASH)))
                .map(labels -> labels.getOrDefault(ROLLOUTS_HASH, labels.get("pod-template-hash")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        admin.namespaces().withName(namespace).delete();
        admin.close();
    }
}
