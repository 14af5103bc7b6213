package jml.bench.judges;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import jml.core.judge.MetricJudgement;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench/judges`: how often each judge sends a harmless canary back, and how soon a harmful one, on releases made with
/// fixed seeds (methods §2.13).
@Command(
        name = "bench/judges",
        mixinStandardHelpOptions = true,
        description = "Compares the judges on simulated releases and prints one table.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the console's judge keeps its promises", "1:it does not"})
public final class JudgesBench implements Callable<Integer> {
    private static final long SEED = 20261124;
    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("null", 1_000, .05, false, .005, 1, false, 0, 1),
            new Scenario("null diurnal+bursts", 1_000, .05, false, .005, 1, true, .5, 1),
            new Scenario("null ramp+diurnal", 1_000, .05, true, .005, 1, true, 0, 1),
            new Scenario("null 60 rpm,10%", 60, .1, false, .005, 1, false, 0, 1),
            new Scenario("null 50%,5% errors", 1_000, .5, false, .05, 1, false, 0, 1),
            new Scenario("null clumps of 2", 1_000, .05, false, .005, 1, false, 0, 2),
            new Scenario("null clumps of 4", 1_000, .05, false, .005, 1, false, 0, 4),
            new Scenario("x1.5", 1_000, .05, false, .005, 1.5, false, 0, 1),
            new Scenario("x2", 1_000, .05, false, .005, 2, false, 0, 1),
            new Scenario("x5", 1_000, .05, false, .005, 5, false, 0, 1),
            new Scenario("x20", 1_000, .05, false, .005, 20, false, 0, 1));

    /// Median minutes in which five times as many errors must be found out.
    private static final int SOON = 10;

    @Option(
            names = "--quick",
            description = "50 harmless releases and 40 harmful ones a cell: about a minute; not for the record.")
    private boolean quick;

    @Option(names = "--write", paramLabel = "FILE", description = "Write the table as Markdown, too.")
    private Path file = Path.of("");

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final List<String> broken = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new JudgesBench()).execute(arguments));
    }

    /// What one judge did in one scenario.
    private record Cell(int runs, int failed, int passed, double median) {
        double share() {
            return (double) failed / runs;
        }

        String text() {
            var fired = String.format(Locale.ROOT, "%.3f", share());
            return failed == 0 ? fired : fired + String.format(Locale.ROOT, " (%.0f)", median);
        }
    }

    @Override
    public Integer call() throws IOException {
        var contenders = Contender.all();
        var lines = new ArrayList<String>();
        lines.add("| releases | "
                + String.join(" | ", contenders.stream().map(Contender::name).toList()) + " | jml passed |");
        lines.add("|" + "---|".repeat(contenders.size() + 2));
        for (var scenario : SCENARIOS) {
            int runs = scenario.harmless() ? (quick ? 50 : 1_000) : quick ? 40 : 200;
            var cells = contenders.stream().map(it -> cell(scenario, it, runs)).toList();
            check(scenario, contenders, cells);
            lines.add("| " + scenario.name() + ", " + runs + " | "
                    + String.join(" | ", cells.stream().map(Cell::text).toList())
                    + String.format(Locale.ROOT, " | %.3f |", (double) cells.getFirst().passed / runs));
            out.println(lines.getLast());
        }
        out.println("\n" + String.join("\n", lines));
        broken.forEach(it -> out.println("BROKEN: " + it));
        if (!file.toString().isEmpty()) {
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
        return broken.isEmpty() ? 0 : 1;
    }

    private static Cell cell(Scenario scenario, Contender judge, int runs) {
        var delays = new ArrayList<Integer>();
        int passed = 0;
        for (int run = 0; run < runs; run++) {
            var day = scenario.day(
                    new SplittableRandom(SEED + 1_000_003L * scenario.name().hashCode() + run));
            int at = judge.failedAt().applyAsInt(day);
            if (at > 0) {
                delays.add(at);
            } else if (judge.passes() && Contender.decided(judge.plan(), day, MetricJudgement.Verdict.PASS) > 0) {
                passed++;
            }
        }
        int[] sorted = delays.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new Cell(runs, sorted.length, passed, sorted.length == 0 ? Double.NaN : median(sorted));
    }

    private static double median(int... sorted) {
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElse(Double.NaN);
    }

    // Methods §2.13: at most α and three standard errors; with clumps, after tempering, twice α and as much.
    private void check(Scenario scenario, List<Contender> contenders, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!contenders.get(i).passes()) {
                continue;
            }
            var cell = cells.get(i);
            double alpha = contenders.get(i).plan().alpha();
            double error = Math.sqrt(alpha * (1 - alpha) / cell.runs);
            double bar = scenario.clump() > 1 ? 2 * alpha : alpha + 3 * error;
            if (scenario.harmless() && cell.share() > (quick ? bar + 3 * error : bar)) {
                broken.add(contenders.get(i).name() + " failed " + cell.share() + " of " + scenario.name());
            }
            if (scenario.name().equals("x5") && !(cell.median <= SOON)) {
                broken.add(contenders.get(i).name() + " needed " + cell.median + " min for " + scenario.name());
            }
        }
    }
}
