package jml.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jml.bench.decode.DecodeRow;
import jml.bench.judge.JudgeRow;
import jml.bench.memory.MemoryRow;
import jml.bench.process.JavaProcess;
import jml.bench.record.RecordRow;
import jml.bench.requests.RequestsRow;
import jml.bench.screen.ScreenRow;
import jml.bench.start.StartRow;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench/run`: measures every row, each in a process of its own, and prints the table.
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = "Measures the console against floors of the same run and prints one table.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was measured, whether its bar was met or not", "1:something was not measured"})
public final class Bench implements Callable<Integer> {
    private static final List<Row> ROWS = List.of(
            new StartRow(),
            new MemoryRow(),
            new RecordRow(),
            new RequestsRow(),
            new DecodeRow(),
            new JudgeRow(),
            new ScreenRow());

    // JMH uses sun.misc.Unsafe; its forks inherit this.
    private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

    @Option(names = "--only", arity = "1..*", paramLabel = "NAME", description = "Measure these rows only.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--quick", description = "Shorter, for a first look; not for the record.")
    private boolean quick;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "5",
            description = "How long the memory row waits. Default: ${DEFAULT-VALUE}")
    private int minutes;

    /// The row that this process measures itself; null in the process that prints the table.
    @Option(names = "--here", hidden = true)
    private @Nullable String here;

    private final JavaProcess java = new JavaProcess(Path.of(System.getProperty("jml.bench.root", ".")));
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        var line = new CommandLine(new Bench());
        line.getCommandSpec()
                .usageMessage()
                .footer(ROWS.stream()
                        .map(row -> "  " + row.name() + ": " + row.summary())
                        .collect(Collectors.joining("%n", "%nRows:%n", "")));
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SourceException {
        if (here != null) {
            var setting = new Row.Setting(quick, minutes, java);
            row(here).measure(setting).forEach(result -> out.println(result.line()));
            return 0;
        }
        var table = new Table();
        var lost = new ArrayList<String>();
        for (var row : only.isEmpty() ? ROWS : only.stream().map(Bench::row).toList()) {
            out.println("measuring " + row.name() + ": " + row.summary());
            if (!measured(row, table)) {
                lost.add(row.name());
            }
        }
        out.println();
        out.println(table.text());
        lost.forEach(name -> out.println("not measured: " + name));
        return lost.isEmpty() ? 0 : 1;
    }

    private static Row row(String name) {
        return ROWS.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row is called " + name));
    }

    /// False when the row's process failed.
    private boolean measured(Row row, Table table) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("--here", row.name(), "--minutes", "" + minutes));
        if (quick) {
            arguments.add("--quick");
        }
        var process = new ProcessBuilder(java.command(List.of(QUIET), java.allJars(), Bench.class.getName(), arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Result.isLine(line)) {
                    table.add(Result.of(line), load());
                } else {
                    out.println("  " + line);
                }
            }
        }
        return process.waitFor() == 0;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
