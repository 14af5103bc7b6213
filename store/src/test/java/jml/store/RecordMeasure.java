package jml.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import jml.core.fleet.Origin;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// Measures the record as a whole process: `java … jml.store.RecordMeasure FOLDER MODELS INSTANTS`. An existing folder
/// is read, a new one is filled first. Beside the wall's time stands the thread's own, which a busy machine does not
/// stretch.
public final class RecordMeasure {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Path folder;
    private final int models;
    private final int instants;

    private RecordMeasure(Path folder, int models, int instants) {
        this.folder = folder;
        this.models = models;
        this.instants = instants;
    }

    public static void main(String[] args) throws IOException {
        var measure = new RecordMeasure(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        if (!Files.exists(measure.folder)) {
            measure.fill();
        }
        measure.read();
    }

    private void fill() throws IOException {
        var fleet = new SteadyFleet(1, models, 3, START);
        var appends = new Watch(instants);
        var compacts = new Watch(instants / 20);
        try (var record = open()) {
            reuseSpaceSoon();
            for (int i = 0; i < instants; i++) {
                var snapshot = fleet.next(START.plusSeconds(30L * i));
                appends.start();
                record.append(snapshot);
                appends.stop();
                if (i % 20 == 19) {
                    compacts.start();
                    record.compact();
                    compacts.stop();
                }
            }
            appends.say("append", Math.min(instants / 2, 60));
            compacts.say("compact after 20 instants", 0);
            say("file before closing: %.1f MB", bytes() / 1e6);
        }
        double subjects = models + 2 * Math.ceil(models / 50.0);
        double figures = instants * subjects * Sli.values().length;
        double numbers = instants * subjects * (Sli.values().length + 6 + Count.values().length);
        say("file: %.1f MB, a day: %.1f MB", bytes() / 1e6, bytes() / 1e6 * 2880 / instants);
        say("bytes a figure, all its counts included: %.2f; a number: %.2f", bytes() / figures, bytes() / numbers);
    }

    private void read() throws IOException {
        var once = new Watch(1);
        once.start();
        try (var record = open()) {
            once.stop();
            once.say("open", 0);
            once = new Watch(1);
            once.start();
            record.latest().orElseThrow();
            once.stop();
            once.say("latest, cold", 0);
            var random = new Random(5);
            scrub(record, random, 200);
            scrub(record, random, 500).say("scrub", 0);
            charts(record, random).say("chart of everything", 10);
        }
    }

    private Watch scrub(H2FleetRecord record, Random random, int times) {
        var watch = new Watch(times);
        for (int i = 0; i < times; i++) {
            var at = START.plusMillis(random.nextLong(30_000L * instants));
            watch.start();
            var shown = record.at(at).orElseThrow();
            record.recent(shown.at(), shown.roster());
            watch.stop();
        }
        return watch;
    }

    private Watch charts(H2FleetRecord record, Random random) {
        var watch = new Watch(40);
        for (int i = 0; i < 40; i++) {
            var model = new ModelKey("prod", "model-%05d".formatted(random.nextInt(models)));
            var end = START.plusSeconds(30L * instants);
            watch.start();
            int points = record.series(model, Arm.ALL, Sli.LATENCY_P95, START, end, Duration.ofSeconds(30))
                    .size();
            watch.stop();
            if (i == 0) {
                say("points of a chart: %d", points);
            }
        }
        return watch;
    }

    // Days are written in minutes: space that is free would otherwise stay unused for most of the run.
    private void reuseSpaceSoon() {
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.toAbsolutePath().resolve("record") + ";AUTO_SERVER=TRUE",
                        "RECORDER",
                        "");
                var statement = connection.createStatement()) {
            statement.execute("SET RETENTION_TIME 500");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private H2FleetRecord open() {
        return H2FleetRecord.open(folder, Origin.SIMULATED, InstantSource.system());
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void say(String format, Object... parts) {
        System.out.println(String.format(Locale.ROOT, format, parts));
    }

    private static final class Watch {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final double[] wall;
        private final double[] own;
        private int size;

        Watch(int most) {
            wall = new double[most];
            own = new double[most];
        }

        void start() {
            own[size] = -threads.getCurrentThreadCpuTime() / 1e6;
            wall[size] = -System.nanoTime() / 1e6;
        }

        void stop() {
            wall[size] += System.nanoTime() / 1e6;
            own[size++] += threads.getCurrentThreadCpuTime() / 1e6;
        }

        void say(String what, int skip) {
            RecordMeasure.say("%s: wall %s; thread %s", what, spread(wall, skip), spread(own, skip));
        }

        private String spread(double[] millis, int skip) {
            var sorted = Arrays.copyOfRange(millis, skip, size);
            Arrays.sort(sorted);
            return "p50 %.1f p95 %.1f p99 %.1f most %.1f ms"
                    .formatted(
                            sorted[sorted.length / 2],
                            sorted[(int) (sorted.length * 0.95)],
                            sorted[(int) (sorted.length * 0.99)],
                            sorted[sorted.length - 1]);
        }
    }
}
