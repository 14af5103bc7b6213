package jml.app.cli;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jml.app.SimulatedConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `console gameday`: what the simulated fleet offers to others.
@Command(
        name = "gameday",
        mixinStandardHelpOptions = true,
        description = "The simulated fleet.",
        subcommands = GameDayCommand.Serve.class)
final class GameDayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    /// `console gameday serve`: the simulated fleet as Prometheus text, until interrupted.
    @Command(
            name = "serve",
            mixinStandardHelpOptions = true,
            description = "Serve the simulated fleet as Prometheus text on 127.0.0.1, at /metrics, until interrupted.")
    static final class Serve implements Callable<Integer> {
        private static final int LAST_PORT = 65_535;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--port", paramLabel = "P", required = true, description = "Port to listen on; 0 picks one.")
        private int port;

        @Option(
                names = "--models",
                paramLabel = "N",
                defaultValue = "24",
                description = "How many models to simulate. Default: ${DEFAULT-VALUE}")
        private int models;

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (port < 0 || port > LAST_PORT) {
                throw wrong("--port " + port + ": 0 to " + LAST_PORT);
            }
            if (models < 1) {
                throw wrong("--models " + models + ": at least one");
            }
            try (var server = SimulatedConsole.serve(port, models)) {
                spec.commandLine().getOut().println("serving " + models + " simulated models at " + server.address());
                new CountDownLatch(1).await();
            } catch (BindException taken) {
                throw wrong("--port " + port + ": cannot be listened on: " + taken.getMessage());
            }
            return ExitCode.OK;
        }

        private ParameterException wrong(String what) {
            return new ParameterException(spec.commandLine(), what);
        }
    }
}
