package jml.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What the system says of another process (Linux).
public final class ProcessFigures {
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final double MILLIS_A_TICK = 10;

    private final Path proc;

    public ProcessFigures(long pid) {
        proc = Path.of("/proc", Long.toString(pid));
    }

    /// CPU time of all its threads so far, to ten milliseconds.
    public double cpuMillis() throws IOException {
        var stat = Files.readString(proc.resolve("stat"));
        // The name before it is in brackets and may hold anything.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) * MILLIS_A_TICK;
    }

    /// A line of its `status` in MB (10⁶ bytes): `VmRSS`, `RssAnon`, `RssFile`.
    public double megabytes(String line) throws IOException {
        return Files.readAllLines(proc.resolve("status")).stream()
                        .filter(it -> it.startsWith(line + ":"))
                        .flatMap(it ->
                                Arrays.stream(it.split("\\s+", -1)).skip(1).limit(1))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow()
                * 1024
                / 1e6;
    }
}
