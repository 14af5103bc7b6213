package jml.connectors.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// The objects of `kubernetes/fleet.yaml` in the lab's cluster, changed as an administrator would.
final class LabFleet implements AutoCloseable {
    static final String NAMESPACE = "jml-connector-test";

    private final KubernetesClient admin = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(new File(System.getenv("JML_LAB_KUBECONFIG_ADMIN"))))
            .build();

    /// Version one everywhere, then version two on its way.
    void make() throws Exception {
        apply(1);
        awaitRollout("fraud", "Healthy");
        awaitRollout("judged", "Healthy");
        apply(2);
        awaitRollout("fraud", "Paused");
        awaitRollout("judged", "Paused");
        admin.apps().deployments().inNamespace(NAMESPACE).withName("ranker").waitUntilReady(30, TimeUnit.SECONDS);
    }

    private void apply(int version) throws IOException {
        var yaml = text("/kubernetes/fleet.yaml").replace("@V@", String.valueOf(version));
        for (var item : admin.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()) {
            admin.resource(item).fieldManager("lab").forceConflicts().serverSideApply();
        }
    }

    private void awaitRollout(String name, String phase) {
        rollout(name)
                .waitUntilCondition(
                        rollout -> rollout != null && phase.equals(rollout.get("status", "phase")),
                        60,
                        TimeUnit.SECONDS);
    }

    private io.fabric8.kubernetes.client.dsl.Resource<GenericKubernetesResource> rollout(String name) {
        return admin.genericKubernetesResources("argoproj.io/v1alpha1", "Rollout")
                .inNamespace(NAMESPACE)
                .withName(name);
    }

    void scale(String deployment, int replicas) {
        admin.apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName(deployment)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"replicas\":" + replicas + "}}");
    }

    /// A service account that may see Deployments, ReplicaSets and pods here and nothing else.
    ///
    /// @return its token
    String narrowToken() throws IOException {
        var yaml = text("/kubernetes/narrow.yaml");
        for (var item : admin.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .items()) {
            admin.resource(item).fieldManager("lab").forceConflicts().serverSideApply();
        }
        var answer = admin.raw(
                "/api/v1/namespaces/" + NAMESPACE + "/serviceaccounts/narrow/token",
                "POST",
                "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenRequest\",\"spec\":{}}");
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(answer)
                .path("status")
                .path("token")
                .asText();
    }

    private static String text(String resource) throws IOException {
        try (var file = LabFleet.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        try {
            admin.namespaces().withName(NAMESPACE).delete();
        } catch (KubernetesClientException e) {
            throw new IllegalStateException("the lab keeps the namespace " + NAMESPACE, e);
        } finally {
            admin.close();
        }
    }
}
