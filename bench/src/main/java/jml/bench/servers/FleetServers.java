package jml.bench.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Doubles of the four servers with one fleet behind them, and the profile that connects a console to them.
/// [#main(String[])] runs them as a process of their own, so that their memory is not the console's.
public final class FleetServers implements AutoCloseable {
    /// What the process prints when its servers answer.
    public static final String READY = "ready";

    private final FakePrometheus prometheus;
    private final FakeAlertmanager alertmanager;
    private final FakeMlflow mlflow;
    private final FakeCluster cluster;

    public FleetServers(int models, int podsPerModel) throws IOException {
        prometheus = new FakePrometheus(models);
        alertmanager = new FakeAlertmanager(models);
        mlflow = new FakeMlflow(models);
        cluster = new FakeCluster(models, podsPerModel);
    }

    /// How many requests each server has seen.
    public record Requests(long metrics, long alerts, long registry, long cluster) {
        /// Those since another count.
        public Requests since(Requests before) {
            return new Requests(
                    metrics - before.metrics,
                    alerts - before.alerts,
                    registry - before.registry,
                    cluster - before.cluster);
        }
    }

    public Requests requests() {
        return new Requests(prometheus.requests(), alertmanager.requests(), mlflow.requests(), cluster.requests());
    }

    /// Writes a profile and a kubeconfig into a folder that is there.
    ///
    /// @return the profile
    public Path profile(Path folder) throws IOException {
        var kubeconfig = folder.resolve("kubeconfig");
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                clusters: [{name: bench, cluster: {server: "%s"}}]
                users: [{name: viewer, user: {token: bench}}]
                contexts: [{name: bench, context: {cluster: bench, user: viewer}}]
                current-context: bench
                """.formatted(cluster.url()));
        var profile = folder.resolve("profile.yaml");
        Files.writeString(profile, """
                environments:
                - name: prod
                  stage: production
                  sources:
                  - {name: metrics, product: prometheus, url: "%s"}
                  - {name: alerts, product: alertmanager, url: "%s"}
                  - {name: registry, product: mlflow, url: "%s"}
                  - {name: cluster, product: kubernetes, kubeconfig: "%s", context: bench}
                """.formatted(prometheus.url(), alertmanager.url(), mlflow.url(), kubeconfig));
        return profile;
    }

    /// Arguments: a folder for the profile, models, pods a model. Serves until its input ends.
    public static void main(String[] arguments) throws IOException {
        try (var servers = new FleetServers(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))) {
            servers.profile(Path.of(arguments[0]));
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // Nothing is said to this process; the end of its input is the sign to go.
            }
        }
        System.exit(0);
    }

    @Override
    public void close() {
        prometheus.close();
        alertmanager.close();
        mlflow.close();
        cluster.close();
    }
}
