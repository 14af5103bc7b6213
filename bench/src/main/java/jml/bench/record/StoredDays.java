package jml.bench.record;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jml.bench.Result;
import jml.bench.Spread;
import jml.core.fleet.Origin;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import jml.store.H2FleetRecord;

/// Days of a record with the usual cadence: every 30 seconds of the last one, every five minutes before.
///
/// @param before the part at five minutes
/// @param fine the part at 30 seconds
public record StoredDays(Duration before, Duration fine) {
    public static final StoredDays TWO = new StoredDays(Duration.ofDays(1), Duration.ofDays(1));
    public static final StoredDays QUICK = new StoredDays(Duration.ofHours(3), Duration.ofHours(3));

    /// Holds what writing cost; last in the folder, so that a cut filling begins anew.
    static final String COMPLETE = "costs.properties";

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration FINE = Duration.ofSeconds(30);
    private static final Duration COARSE = Duration.ofMinutes(5);
    private static final Duration REUSED_AFTER = Duration.ofMillis(500);
    private static final int COMPACT_EVERY = 20;
    private static final int SLIS_WITH_SAMPLES = 6;
    private static final int CHANGED_FACTS = 3;
    private static final double BAR_APPEND = 50;
    private static final double BAR_BYTES = 1.5;

    Instant first() {
        return START;
    }

    Instant last() {
        return START.plus(before).plus(fine);
    }

    List<Instant> instants() {
        var instants = new ArrayList<Instant>();
        for (var at = START; at.isBefore(last()); at = at.plus(at.isBefore(START.plus(before)) ? COARSE : FINE)) {
            instants.add(at);
        }
        return instants;
    }

    @Override
    public String toString() {
        return before.plus(fine).toHours() + " h";
    }

    /// The folder with these days, written now unless it is there already.
    public Path in(Path data, int models) throws IOException {
        var folder = data.resolve("record-" + models + "-" + instants().size());
        if (!Files.exists(folder.resolve(COMPLETE))) {
            Files.createDirectories(folder);
            write(folder, models);
        }
        return folder;
    }

    private void write(Path folder, int models) throws IOException {
        empty(folder);
        var fleet = new SteadyFleet(1, models, CHANGED_FACTS, START);
        var instants = instants();
        var now = new Instant[] {START};
        var appends = new double[instants.size()];
        var own = new double[instants.size()];
        try (var record = H2FleetRecord.open(folder, Origin.LIVE, () -> now[0])) {
            reuseSpaceSoon(folder);
            for (int i = 0; i < appends.length; i++) {
                now[0] = instants.get(i);
                var snapshot = fleet.next(now[0]);
                long begunCpu = cpu();
                long begun = System.nanoTime();
                record.append(snapshot);
                appends[i] = (System.nanoTime() - begun) / 1e6;
                own[i] = (cpu() - begunCpu) / 1e6;
                if (i % COMPACT_EVERY == COMPACT_EVERY - 1) {
                    record.compact();
                }
            }
            reclaim(record);
        }
        keep(folder, warm(appends), warm(own), new Size(appends.length, models));
    }

    // How much of the file is free at the end must not depend on how fast it was written: space becomes free a
    // while after it is given up, and what is moved there leaves space in its turn.
    private static void reclaim(H2FleetRecord record) {
        for (int times = 0; times < 3; times++) {
            LockSupport.parkNanos(2 * REUSED_AFTER.toNanos());
            record.compact();
        }
    }

    private record Size(int instants, int models) {
        /// One model in fifty has two arms beside the whole.
        double subjects() {
            return models + 2 * Math.ceil(models / 50.0);
        }
    }

    private static Spread warm(double[] millis) {
        return new Spread(Arrays.copyOfRange(millis, millis.length / 10, millis.length));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void keep(Path folder, Spread appends, Spread own, Size size) throws IOException {
        double bytes = bytes(folder);
        double columns = size.instants() * size.subjects();
        var costs = new Properties();
        costs.setProperty("append.p99", "" + appends.at(0.99));
        costs.setProperty("append", appends.text("ms"));
        costs.setProperty("append.cpu", own.text("ms"));
        costs.setProperty(
                "bytes.sample",
                "" + bytes / (columns * (Sli.values().length + SLIS_WITH_SAMPLES + Count.values().length)));
        costs.setProperty("bytes.figure", "" + bytes / (columns * Sli.values().length));
        costs.setProperty("day", "" + bytes / 1e6 * Duration.ofDays(1).dividedBy(FINE) / size.instants());
        costs.setProperty("file", "" + bytes / 1e6);
        try (var writer = Files.newBufferedWriter(folder.resolve(COMPLETE), StandardCharsets.UTF_8)) {
            costs.store(writer, null);
        }
    }

    static List<Result> costs(Path folder) throws IOException {
        var costs = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(COMPLETE), StandardCharsets.UTF_8)) {
            costs.load(reader);
        }
        return List.of(
                Result.atMost("store a changed snapshot of 5,000, p99", number(costs, "append.p99"), "ms", BAR_APPEND),
                Result.stated("  wall", costs.getProperty("append")),
                Result.stated("  CPU of the writing thread", costs.getProperty("append.cpu")),
                Result.atMost("bytes a stored sample", number(costs, "bytes.sample"), "B", BAR_BYTES),
                Result.stated("  bytes a figure with its counts", Result.text(number(costs, "bytes.figure"), "B")),
                Result.stated("disk for a day at 30 s, 5,000 models", Result.text(number(costs, "day"), "MB")),
                Result.stated("  the file of both days", Result.text(number(costs, "file"), "MB")));
    }

    private static double number(Properties costs, String name) {
        return Double.parseDouble(costs.getProperty(name));
    }

    // Days are written in minutes: space that is free would otherwise stay unused for most of the run.
    private static void reuseSpaceSoon(Path folder) {
        var url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("record") + ";AUTO_SERVER=TRUE";
        try (var connection = DriverManager.getConnection(url, "RECORDER", "");
                var statement = connection.createStatement()) {
            statement.execute("SET RETENTION_TIME " + REUSED_AFTER.toMillis());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static double bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
