package jml.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import jml.gameday.SimulatedFleet;
import jml.gameday.act.DoneActs;
import jml.gameday.exposition.GameDayServer;

/// The simulated fleet as the console uses it.
public final class SimulatedConsole {
    /// Models of the embedded default.
    public static final int MODELS = 24;

    private static final long SEED = 20_261_111;

    private SimulatedConsole() {}

    /// @param opened the instant at which its one real problem is some twenty minutes old
    public static SimulatedFleet fleet(Instant opened, int models) {
        return SimulatedFleet.of(SEED, models, opened);
    }

    /// What was done to the story of a data folder, so that a later start tells it on.
    ///
    /// @param opened of the story
    static DoneActs done(Path data, Instant opened) {
        return DoneActs.in(data.resolve("simulation-acts"), opened);
    }

    /// Serves the fleet as Prometheus text on the loopback address until closed.
    ///
    /// @param port 0 picks a free one
    public static GameDayServer serve(int port, int models) throws IOException {
        var clock = InstantSource.system();
        return new GameDayServer(fleet(clock.instant(), models), port, clock);
    }
}
