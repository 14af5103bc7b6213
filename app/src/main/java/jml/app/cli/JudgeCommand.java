package jml.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import jml.app.input.InputException;
import jml.app.judge.JudgeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `console judge`: a canary's measurements from a file, for any pipeline.
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = "Judge a canary by the measurements in a file (docs/judge.md has its form).",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:promote",
            "1:the console itself failed; the log has the details",
            "2:the file cannot be used; the message names the place in it",
            "10:roll back",
            "11:undecided"
        })
final class JudgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Measurements as JSON.")
    private Path file = Path.of("");

    @Option(
            names = "--method",
            completionCandidates = MethodWords.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: jml")
    private JudgeFile.Method method = JudgeFile.Method.JML;

    @Option(names = "--rescale", description = "With kayenta: bring metrics to a scale at which its solver is exact.")
    private boolean rescale;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws InputException, JsonProcessingException {
        if (rescale && method != JudgeFile.Method.KAYENTA) {
            throw new ParameterException(spec.commandLine(), "--rescale goes with --method kayenta only");
        }
        var judged = JudgeFile.judge(file, method, rescale);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(judged.json()));
        } else {
            out.print(judged.text());
        }
        out.flush();
        return switch (judged.outcome()) {
            case PROMOTE -> ExitCode.OK;
            case ROLLBACK -> ExitCode.ROLL_BACK;
            case UNDECIDED -> ExitCode.UNDECIDED;
        };
    }

    /// The methods as documentation and examples write them.
    static final class MethodWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(JudgeFile.Method.values())
                    .map(it -> it.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
