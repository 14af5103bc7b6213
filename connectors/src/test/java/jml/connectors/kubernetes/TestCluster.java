package jml.connectors.kubernetes;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import okhttp3.HttpUrl;

/// Connects to a server of the tests.
final class TestCluster {
    static final String TOKEN = "token-of-the-tests";

    private TestCluster() {}

    static KubernetesOrchestrator at(FakeApiServer server) {
        return at(server, settings(List.of("jml-connector-test")));
    }

    static KubernetesOrchestrator at(FakeApiServer server, ClusterSettings settings) {
        return at(server, settings, new RecordingPause());
    }

    static KubernetesOrchestrator at(FakeApiServer server, ClusterSettings settings, Pause pause) {
        return new KubernetesOrchestrator(settings, login(settings, server.url()), InstantSource.system(), pause);
    }

    static ClusterLogin login(ClusterSettings settings, HttpUrl url) {
        return new DirectLogin(settings, url, () -> "Bearer " + TOKEN, null, null, null);
    }

    static ClusterSettings settings(List<String> namespaces) {
        return new ClusterSettings("lab", "production", namespaces, "", Duration.ofSeconds(30), Duration.ofSeconds(60));
    }
}
