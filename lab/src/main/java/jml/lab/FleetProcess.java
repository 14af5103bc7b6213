package jml.lab;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import jml.gameday.exposition.GameDayServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `FleetProcess MODELS.json KUBECONFIG PORT`: the simulated models of the lab, served as Prometheus text on
/// 127.0.0.1, with versions, weights and replicas as the API server has them, looked up every second. A patch by
/// anyone changes what is simulated; while the API server is away all goes on as it last was.
public final class FleetProcess {
    private static final Logger LOG = LoggerFactory.getLogger(FleetProcess.class);
    private static final long EVERY_MILLIS = 1000;

    private FleetProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var models = LabModel.read(Path.of(arguments[0]));
        var clock = InstantSource.system();
        try (var cluster = new Cluster(Path.of(arguments[1]))) {
            new Releases(cluster, clock).begin(models);
            var fleet = new LabFleet(models, clock.instant());
            fleet.follow(cluster.look(), clock.instant());
            try (var server = new GameDayServer(fleet.fleet(), Integer.parseInt(arguments[2]), clock)) {
                LOG.info("{} simulated models at {}", fleet.fleet().models().size(), server.address());
                follow(fleet, cluster, clock);
            }
        }
    }

    private static void follow(LabFleet fleet, Cluster cluster, InstantSource clock) throws InterruptedException {
        while (true) {
            Thread.sleep(EVERY_MILLIS);
            try {
                fleet.follow(cluster.look(), clock.instant());
            } catch (KubernetesClientException away) {
                LOG.warn("the API server does not answer: {}", away.getMessage());
            }
        }
    }
}
