package jml.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jml.app.input.InputException;
import jml.app.slo.SloReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `console slo`: objectives and their budgets, without a window.
@Command(
        name = "slo",
        mixinStandardHelpOptions = true,
        description = "Objectives, error budgets and what would have paged.",
        subcommands = SloCommand.Replay.class)
final class SloCommand {
    /// `console slo replay`: anyone's own history against an objective and a rule.
    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Replay minutes of valid and bad events against an objective (docs/slo.md has the form).",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:replayed, whatever came of it",
                "1:the console itself failed; the log has the details",
                "2:the file cannot be used; the message names the place in it"
            })
    static final class Replay implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE", description = "Objective and minutes as JSON.")
        private Path file = Path.of("");

        @Option(names = "--json", description = "Print JSON instead of text.")
        private boolean json;

        @Override
        public Integer call() throws InputException, JsonProcessingException {
            var replay = SloReplay.of(file);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(replay.json()));
            } else {
                out.print(replay.text());
            }
            out.flush();
            return ExitCode.OK;
        }
    }
}
