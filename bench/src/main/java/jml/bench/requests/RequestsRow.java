package jml.bench.requests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jml.app.connect.SourceWiring;
import jml.app.profile.Profile;
import jml.app.profile.ProfileException;
import jml.app.profile.ProfileFile;
import jml.bench.Result;
import jml.bench.Row;
import jml.bench.servers.FleetServers;
import jml.bench.servers.FleetServers.Requests;
import jml.connectors.preset.Presets;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.engine.Pacer;
import jml.engine.collect.Collector;

/// How many HTTP requests one refresh sends to the doubles of the four servers, once everything is connected.
public final class RequestsRow implements Row {
    private static final List<Integer> SIZES = List.of(10, 1_000, 10_000);
    private static final int PODS_PER_MODEL = 2;

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public String summary() {
        return "HTTP requests a refresh sends with 10, 1,000 and 10,000 models";
    }

    @Override
    public List<Result> measure(Setting setting) throws IOException {
        var folder = setting.java().data().resolve("requests");
        Files.createDirectories(folder);
        var counted = new ArrayList<Requests>();
        for (int models : SIZES) {
            counted.add(refresh(models, folder));
        }
        boolean constant =
                counted.stream().mapToLong(RequestsRow::once).distinct().count() == 1;
        return List.of(
                new Result(
                        "requests a refresh, 10 / 1,000 / 10,000 models",
                        each(counted, RequestsRow::once),
                        "",
                        Double.NaN,
                        "equal",
                        constant),
                Result.stated("  of them metrics", each(counted, Requests::metrics)),
                Result.stated("  alerts", each(counted, Requests::alerts)),
                Result.stated("  cluster (watched)", each(counted, Requests::cluster)),
                Result.stated("  beside them: registry, which is read in pages", each(counted, Requests::registry)));
    }

    private static long once(Requests requests) {
        return requests.metrics() + requests.alerts() + requests.cluster();
    }

    private static String each(List<Requests> counted, ToLongFunction<Requests> count) {
        return counted.stream().map(it -> Long.toString(count.applyAsLong(it))).collect(Collectors.joining(" / "));
    }

    private static Requests refresh(int models, Path folder) throws IOException {
        try (var servers = new FleetServers(models, PODS_PER_MODEL)) {
            var profile = read(servers.profile(folder));
            var pacer = new MinuteSteps();
            var reading = new Collector.Reading(
                    profile.identity(),
                    profile.allObjectives(),
                    Presets.builtIn().all());
            var nothing = FleetSnapshot.empty(pacer.instant(), Origin.LIVE);
            var sources = new SourceWiring(profile.severity(), pacer).of(profile);
            try (var collector = new Collector(sources, reading, nothing, pacer, RandomGenerator.getDefault())) {
                collector.once();
                var connected = servers.requests();
                pacer.step();
                var snapshot = collector.once();
                check(snapshot, models);
                return servers.requests().since(connected);
            }
        }
    }

    // A number of requests says nothing if they did not bring the fleet.
    private static void check(FleetSnapshot snapshot, int models) {
        long troubled = snapshot.sources().stream()
                .filter(source -> source.problem() != null)
                .count();
        if (snapshot.size() != models || troubled > 0) {
            throw new IllegalStateException(snapshot.size() + " models instead of " + models + ", sources: "
                    + snapshot.sources().stream()
                            .map(it -> it.name() + " " + it.problem())
                            .sorted(Comparator.naturalOrder())
                            .collect(Collectors.joining(", ")));
        }
    }

    /// Stands still until it steps: a refresh a minute after another asks for that minute's counts too, which others
    /// do not.
    private static final class MinuteSteps implements Pacer {
        private volatile Instant now = Instant.now();

        void step() {
            now = now.plusSeconds(60);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    }

    private static Profile read(Path file) throws IOException {
        try {
            return ProfileFile.read(file);
        } catch (ProfileException wrong) {
            throw new IOException(wrong);
        }
    }
}
