package jml.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lab's API server as an administrator sees it, plainly by its paths. Safe from any thread.
public final class Cluster implements AutoCloseable {
    public static final String NAMESPACE = "ml-serving";
    static final String MARK = "jml.dev/lab";
    static final String MARKED = "fleet";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROLLOUTS = "/apis/argoproj.io/v1alpha1/namespaces/" + NAMESPACE + "/rollouts";
    private static final String APPS = "/apis/apps/v1/namespaces/" + NAMESPACE + "/";
    private static final String MARKED_ONLY = "?resourceVersion=0&labelSelector=" + MARK + "%3D" + MARKED;

    private final KubernetesClient client;

    public Cluster(Path kubeconfig) {
        this.client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                .build();
    }

    /// Every workload of the lab's fleet and the ReplicaSets of the namespace.
    ///
    /// @throws KubernetesClientException when the API server does not answer
    Sighting look() {
        var workloads = new ArrayList<JsonNode>();
        workloads.addAll(items(ROLLOUTS + MARKED_ONLY));
        workloads.addAll(items(APPS + "deployments" + MARKED_ONLY));
        return new Sighting(workloads, items(APPS + "replicasets?resourceVersion=0"));
    }

    private List<JsonNode> items(String path) {
        var answer = get(path);
        var items = new ArrayList<JsonNode>();
        if (answer != null) {
            answer.path("items").forEach(items::add);
        }
        return items;
    }

    /// The object at a path; null when there is none.
    public @Nullable JsonNode get(String path) {
        try {
            var text = client.raw(path);
            return text == null ? null : JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }

    public static String path(String workload, boolean rollout) {
        return (rollout ? ROLLOUTS : APPS + "deployments") + "/" + workload;
    }

    /// Server-side apply: made when absent, else brought to what the manifest says.
    void apply(ObjectNode manifest) {
        client.resource(manifest.toString())
                .fieldManager("lab")
                .forceConflicts()
                .serverSideApply();
    }

    @Override
    public void close() {
        client.close();
    }
}
