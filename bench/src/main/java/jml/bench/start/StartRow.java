package jml.bench.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jml.bench.Result;
import jml.bench.Row;
import jml.bench.Spread;
import jml.bench.process.ProcessFigures;
import jml.bench.record.StoredDays;

/// From the start of the process to the first painted frame with the fleet's rows, read from the record; against the
/// bare window's first frame. Both with their start-up caches, in pairs.
public final class StartRow implements Row {
    private static final int MODELS = 5_000;
    private static final double BAR = 1.5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String summary() {
        return "first frame with 5,000 models from H2, against a bare window with the same theme; AOT caches on";
    }

    @Override
    public List<Result> measure(Setting setting) throws IOException, InterruptedException {
        var java = setting.java();
        var floor = Floor.trained(java);
        var data = liveConsole(setting);
        var cache = java.home().resolve("console.aot");
        var console = java.command(
                List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache),
                java.allJars(),
                WatchedConsole.class.getName(),
                List.of("--data", data.toString()));
        int pairs = setting.quick() ? 5 : 15;
        var bare = new Start[pairs];
        var whole = new Start[pairs];
        first(floor.command());
        first(console);
        for (int pair = 0; pair < pairs; pair++) {
            bare[pair] = first(floor.command());
            whole[pair] = first(console);
        }
        var wall = spread(whole, false);
        var cpu = spread(whole, true);
        return List.of(
                Result.atMostTimes(
                        "first frame, 5,000 models from H2 (median of " + pairs + ")",
                        wall.median(),
                        spread(bare, false).median(),
                        "ms",
                        BAR),
                Result.atMostTimes(
                        "  the same in CPU time, all threads",
                        cpu.median(),
                        spread(bare, true).median(),
                        "ms",
                        BAR),
                Result.stated("  wall, the console's", wall.text("ms")),
                Result.stated("  wall, the bare window's", spread(bare, false).text("ms")));
    }

    /// A data folder as a console of real servers left it, which are all away now.
    private static Path liveConsole(Setting setting) throws IOException {
        var days = setting.quick() ? StoredDays.QUICK : StoredDays.TWO;
        var written = days.in(setting.java().data(), MODELS);
        var folder = setting.java().data().resolve("start");
        Files.createDirectories(folder);
        try (var files = Files.list(written)) {
            for (var file : files.filter(it -> it.toString().endsWith(".db")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(folder.resolve("profile.yaml"), """
                environments:
                - name: prod
                  stage: production
                  sources:
                  - {name: metrics, product: prometheus, url: "http://127.0.0.1:9"}
                  - {name: alerts, product: alertmanager, url: "http://127.0.0.1:9"}
                  - {name: registry, product: mlflow, url: "http://127.0.0.1:9"}
                  - {name: cluster, product: kubernetes, kubeconfig: nowhere, context: bench}
                """);
        return folder;
    }

    private record Start(double wallMillis, double cpuMillis) {}

    private static Start first(List<String> command) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Without it a window that never shows rows would be waited for forever.
        process.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(_ -> {
            process.destroyForcibly();
            return process;
        });
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(FirstFrame.DRAWN)) {
                    double wall = (System.nanoTime() - begun) / 1e6;
                    var start = new Start(wall, new ProcessFigures(process.pid()).cpuMillis());
                    process.waitFor();
                    return start;
                }
            }
        }
        throw new IOException("no first frame, exit code " + process.waitFor() + ": " + String.join(" ", command));
    }

    private static Spread spread(Start[] starts, boolean cpu) {
        var values = new double[starts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cpu ? starts[i].cpuMillis() : starts[i].wallMillis();
        }
        return new Spread(values);
    }
}
