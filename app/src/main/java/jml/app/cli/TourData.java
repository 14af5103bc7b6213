package jml.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import jml.app.SimulatedConsole;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.store.H2FleetRecord;

/// The data folder of the tour: as a console of real servers left it, with a fleet so large that what a start does a
/// thousand times is seen to be done often. The simulated models are written as live ones.
final class TourData {
    private static final int MODELS = 4_000;
    private static final int INSTANTS = 4;
    private static final Duration APART = Duration.ofSeconds(30);

    // Nobody listens on the discard port; the tour must not need a network.
    private static final String PROFILE = """
            environments:
            - name: game day
              stage: production
              sources:
              - {name: metrics, product: prometheus, url: "http://127.0.0.1:9"}
              - {name: alerts, product: alertmanager, url: "http://127.0.0.1:9"}
              - {name: registry, product: mlflow, url: "http://127.0.0.1:9"}
              - {name: cluster, product: kubernetes, kubeconfig: nowhere, context: nowhere}
            """;

    private TourData() {}

    /// Returns the profile that goes with it.
    static Path write(Path folder) throws IOException {
        var now = Instant.now();
        var fleet = SimulatedConsole.fleet(now, MODELS);
        try (var record = H2FleetRecord.open(folder, Origin.LIVE, Instant::now)) {
            for (int ago = INSTANTS; ago > 0; ago--) {
                record.append(live(fleet.snapshot(now.minus(APART.multipliedBy(ago)))));
            }
        }
        return Files.writeString(folder.resolve("profile.yaml"), PROFILE);
    }

    private static FleetSnapshot live(FleetSnapshot simulated) {
        return new FleetSnapshot(
                simulated.at(),
                Origin.LIVE,
                simulated.environments(),
                simulated.roster(),
                simulated.figures(),
                simulated.standings(),
                simulated.alerts(),
                simulated.alertedRows(),
                simulated.sources(),
                simulated.unmatched());
    }
}
