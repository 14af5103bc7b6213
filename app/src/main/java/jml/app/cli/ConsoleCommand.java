package jml.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import jml.app.log.LogFolder;
import jml.app.profile.Profile;
import jml.app.profile.ProfileException;
import jml.app.profile.ProfileFile;
import jml.app.window.ConsoleWindow;
import jml.app.window.LinkSocket;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `console`: the window, or one of the commands below it.
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        version = "JML Console 0.1",
        description = {
            "The operations console for machine-learning models under SRE discipline.",
            "Without a profile it runs on a simulated fleet; nothing leaves this computer."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well, also when a source is dead as long as one answers",
            "1:the console itself failed; the log has the details",
            "2:the arguments, or a file given with them, cannot be used",
            "3:no source answers"
        },
        subcommands = {
            StatusCommand.class,
            JudgeCommand.class,
            SloCommand.class,
            AuditCommand.class,
            ApprovalCommand.class,
            SignatureCommand.class,
            RenderCommand.class,
            GameDayCommand.class,
            TourCommand.class
        })
public final class ConsoleCommand implements Callable<Integer> {
    private static final String SCHEME = "jml://";

    // They read no profile and keep no record: an option that changes nothing misleads.
    private static final Set<String> ON_THEIR_OWN = Set.of("judge", "slo", "gameday");

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "What to connect to (YAML). Default: profile.yaml in the data folder, else the simulated fleet.")
    private @Nullable Path profile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the record of what was seen is kept. Default: ${DEFAULT-VALUE}")
    private Path data = DataFolder.usual();

    @Parameters(
            arity = "0..1",
            paramLabel = "LINK",
            description = {
                "A jml:// link to open, as Copy link in the console gives it.",
                "A console that runs on the same data shows it."
            })
    private @Nullable String link;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Runs and returns the exit code; everything a person should read goes to `out` or, in one line, to `err`.
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        var console = new ConsoleCommand();
        var command = new CommandLine(console)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(ConsoleCommand::badArguments)
                .setExecutionExceptionHandler((failure, line, _) -> failed(failure, line))
                .setExecutionStrategy(console::execute);
        command.getCommandSpec()
                .usageMessage()
                .footer("%nLog: " + LogFolder.file().toString().replace("%", "%%"));
        command.getSubcommands().forEach((name, line) -> {
            if (ON_THEIR_OWN.contains(name)) {
                withoutInherited(line);
            }
        });
        return command.execute(arguments);
    }

    private static void withoutInherited(CommandLine line) {
        var spec = line.getCommandSpec();
        List.copyOf(spec.options()).stream().filter(OptionSpec::inherited).forEach(spec::remove);
        line.getSubcommands().values().forEach(ConsoleCommand::withoutInherited);
    }

    private int execute(ParseResult parsed) {
        DataFolder.obstacle(data).ifPresent(file -> {
            throw new CommandLine.ParameterException(spec.commandLine(), file + " is a file, not a folder");
        });
        return new CommandLine.RunLast().execute(parsed);
    }

    @Override
    public Integer call() throws ProfileException {
        if (link != null) {
            checkLink(link);
            switch (LinkSocket.handOver(data, link)) {
                case TAKEN -> {
                    return ExitCode.OK;
                }
                case REFUSED ->
                    throw new CommandLine.ParameterException(
                            spec.commandLine(), "not a link that the running console knows: " + link);
                case NOBODY -> {}
            }
        }
        return ConsoleWindow.open(this::profile, data, link);
    }

    private void checkLink(String word) {
        if (word.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return;
        }
        var commands = spec.subcommands().entrySet().stream()
                .filter(it -> !it.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "no such command: " + word
                        + NearWord.of(word, commands)
                                .map(it -> "; did you mean " + it + "?")
                                .orElse(""));
    }

    /// The profile that was asked for, or the usual one.
    Profile profile() throws ProfileException {
        return ProfileFile.chosen(profile, data);
    }

    Path data() {
        return data;
    }

    private static int badArguments(CommandLine.ParameterException wrong, String[] arguments) {
        var line = wrong.getCommandLine();
        line.getErr()
                .println(line.getCommandSpec().qualifiedName() + ": " + Failure.firstLine(wrong)
                        + " (--help lists what there is)");
        return ExitCode.BAD_INPUT;
    }

    private static int failed(Exception failure, CommandLine line) {
        return Failure.tell(failure, line.getCommandSpec().qualifiedName(), line.getErr());
    }
}
