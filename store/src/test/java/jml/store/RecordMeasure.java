package jml.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import jml.core.fleet.Arm;
import jml.core.fleet.ModelKey;
import jml.core.fleet.Origin;
import jml.core.metric.Count;
import jml.core.metric.Sli;

/// Measures the record as a whole process: `java … jml.store.RecordMeasure FOLDER MODELS INSTANTS`. An existing folder
/// is read, a new one is filled first.
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
        var appends = new double[instants];
        long seals = 0;
        try (var record = open()) {
            for (int i = 0; i < instants; i++) {
                var snapshot = fleet.next(START.plusSeconds(30L * i));
                long before = System.nanoTime();
                record.append(snapshot);
                appends[i] = (System.nanoTime() - before) / 1e6;
                if (i % 20 == 19) {
                    before = System.nanoTime();
                    record.compact();
                    seals += System.nanoTime() - before;
                }
            }
            say("append", Arrays.copyOfRange(appends, Math.min(instants / 2, 60), instants));
            say("compact, in all: %.1f s", seals / 1e9);
            say("file before closing: %.1f MB", bytes() / 1e6);
        }
        double subjects = models + 2 * Math.ceil(models / 50.0);
        double figures = instants * subjects * Sli.values().length;
        double numbers = instants * subjects * (Sli.values().length + 6 + Count.values().length);
        say("file: %.1f MB, a day: %.1f MB", bytes() / 1e6, bytes() / 1e6 * 2880 / instants);
        say("bytes a figure, all its counts included: %.2f; a number: %.2f", bytes() / figures, bytes() / numbers);
    }

    private void read() throws IOException {
        long before = System.nanoTime();
        try (var record = open()) {
            say("open: %.0f ms", (System.nanoTime() - before) / 1e6);
            before = System.nanoTime();
            record.latest().orElseThrow();
            say("latest, cold: %.0f ms", (System.nanoTime() - before) / 1e6);
            var random = new Random(5);
            scrub(record, random, 200);
            say("scrub", scrub(record, random, 500));
            say("chart of everything", charts(record, random));
        }
    }

    private double[] scrub(H2FleetRecord record, Random random, int times) {
        var took = new double[times];
        for (int i = 0; i < times; i++) {
            var at = START.plusMillis(random.nextLong(30_000L * instants));
            long before = System.nanoTime();
            var shown = record.at(at).orElseThrow();
            record.recent(shown.at(), shown.roster());
            took[i] = (System.nanoTime() - before) / 1e6;
        }
        return took;
    }

    private double[] charts(H2FleetRecord record, Random random) {
        var took = new double[40];
        for (int i = 0; i < took.length; i++) {
            var model = new ModelKey("prod", "model-%05d".formatted(random.nextInt(models)));
            var end = START.plusSeconds(30L * instants);
            long before = System.nanoTime();
            int points = record.series(model, Arm.ALL, Sli.LATENCY_P95, START, end, Duration.ofSeconds(30))
                    .size();
            took[i] = (System.nanoTime() - before) / 1e6;
            if (i == 0) {
                say("points of a chart: %d", points);
            }
        }
        return Arrays.copyOfRange(took, 10, took.length);
    }

    private H2FleetRecord open() {
        return H2FleetRecord.open(folder, Origin.SIMULATED, InstantSource.system());
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void say(String what, double[] millis) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        say(
                "%s: p50 %.1f ms, p95 %.1f, p99 %.1f, most %.1f",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[(int) (sorted.length * 0.99)],
                sorted[sorted.length - 1]);
    }

    private static void say(String format, Object... parts) {
        System.out.println(String.format(Locale.ROOT, format, parts));
    }
}
