package jml.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import jml.app.FleetOnce;
import jml.app.profile.ProfileException;
import jml.app.status.RecordedVerdicts;
import jml.app.status.StatusJson;
import jml.app.status.StatusTable;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.source.SourceException;
import jml.core.source.SourceHealth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `console status`: asks every source once and prints the fleet. Loads nothing of the user interface.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Ask every source once and print the fleet, worst first.")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws ProfileException, SourceException, JsonProcessingException {
        var profile = console.profile();
        var snapshot = FleetOnce.read(profile, console.data());
        var out = spec.commandLine().getOut();
        if (json) {
            try (var judged = RecordedVerdicts.in(console.data(), snapshot.origin())) {
                out.println(new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new StatusJson(snapshot, profile.shownCurrency(), judged).toJson()));
            }
        } else {
            out.print(new StatusTable(snapshot, profile.shownCurrency()).text());
        }
        out.flush();
        if (answered(snapshot)) {
            return ExitCode.OK;
        }
        spec.commandLine().getErr().println("console status: no source answers");
        return ExitCode.NO_SOURCE;
    }

    private static boolean answered(FleetSnapshot snapshot) {
        return snapshot.origin() == Origin.SIMULATED
                || snapshot.sources().stream().anyMatch(source -> source.state() == SourceHealth.State.LIVE);
    }
}
