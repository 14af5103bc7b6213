package jml.bench.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jml.bench.Result;
import jml.bench.Row;
import jml.bench.process.JavaProcess;
import jml.bench.process.ProcessFigures;
import jml.bench.servers.FleetServers;
import jml.bench.start.Floor;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.source.SourceHealth;
import jml.store.H2FleetRecord;
import org.jspecify.annotations.Nullable;

/// Resident memory of the console's process after some minutes, connected to the doubles of all four servers, which
/// run in a process of their own; against a bare window that was open as long.
public final class MemoryRow implements Row {
    private static final int MODELS = 5_000;
    private static final int PODS_PER_MODEL = 4;
    private static final double BAR = 2.5;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String summary() {
        return "RSS with 5,000 models and 20,000 pods after --minutes, against a bare window";
    }

    @Override
    public List<Result> measure(Setting setting) throws IOException, InterruptedException {
        var java = setting.java();
        var floor = Floor.trained(java);
        var data = java.data().resolve("memory");
        empty(data);
        int minutes = setting.quick() ? 1 : setting.minutes();
        var servers = new ProcessBuilder(java.command(
                        List.of(),
                        java.allJars(),
                        FleetServers.class.getName(),
                        List.of(data.toString(), "" + MODELS, "" + PODS_PER_MODEL)))
                .redirectError(data.resolve("servers.log").toFile())
                .start();
        @Nullable Process console = null;
        @Nullable Process bare = null;
        try {
            await(servers);
            console = logged(console(java, data), data.resolve("console.log"));
            bare = logged(floor.staying(), data.resolve("bare.log"));
            Thread.sleep(Duration.ofMinutes(minutes));
            return results(new ProcessFigures(console.pid()), new ProcessFigures(bare.pid()), minutes);
        } finally {
            end(console);
            end(bare);
            end(servers);
            check(data);
        }
    }

    private static List<String> console(JavaProcess java, Path data) {
        var cache = java.home().resolve("console.aot");
        return java.command(
                List.of("-XX:AOTCache=" + cache),
                java.consoleJars(),
                "jml.app.Main",
                List.of("--data", data.toString()));
    }

    private static List<Result> results(ProcessFigures console, ProcessFigures bare, int minutes) throws IOException {
        return List.of(
                Result.atMostTimes(
                        "RSS after " + minutes + " min, 5,000 models, 20,000 pods",
                        console.megabytes("VmRSS"),
                        bare.megabytes("VmRSS"),
                        "MB",
                        BAR),
                Result.stated("  the console's: anonymous, of files", parts(console)),
                Result.stated("  the bare window's: anonymous, of files", parts(bare)));
    }

    private static String parts(ProcessFigures process) throws IOException {
        return String.format(Locale.ROOT, "%.0f, %.0f MB", process.megabytes("RssAnon"), process.megabytes("RssFile"));
    }

    private static Process logged(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // As the launcher does.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        return builder.start();
    }

    private static void await(Process servers) throws IOException {
        var line = servers.inputReader(StandardCharsets.UTF_8).readLine();
        if (!FleetServers.READY.equals(line)) {
            throw new IOException("the servers did not start: " + line);
        }
    }

    private static void end(@Nullable Process process) throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    // Memory says nothing if the console was not connected: what it recorded last tells.
    private static void check(Path data) {
        FleetSnapshot last;
        try (var record = H2FleetRecord.open(data, Origin.LIVE, InstantSource.system())) {
            last = record.latest().orElseThrow(() -> new IllegalStateException("the console recorded nothing"));
        }
        long pods = last.roster().models().stream()
                .mapToLong(model -> model.pods().total())
                .sum();
        boolean live = last.sources().stream().allMatch(source -> source.state() == SourceHealth.State.LIVE);
        if (last.size() != MODELS || pods != MODELS * PODS_PER_MODEL || !live) {
            throw new IllegalStateException(last.size() + " models, " + pods + " pods, " + last.sources());
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder())
                    .filter(it -> !it.equals(folder))
                    .toList()) {
                Files.delete(file);
            }
        }
    }
}
