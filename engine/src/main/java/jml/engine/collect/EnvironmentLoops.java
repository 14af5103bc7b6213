package jml.engine.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import jml.core.alert.Alert;
import jml.core.metric.MetricPreset;
import jml.core.model.Environment;
import jml.core.registry.RegisteredModel;
import jml.core.release.Workload;
import jml.core.source.SourceHealth;
import jml.engine.Pacer;
import jml.engine.metric.MetricPoll;
import jml.engine.metric.MetricReading;
import jml.engine.metric.Releasing;
import jml.engine.source.Answer;
import jml.engine.source.SourceLoop;

/// The loops of one environment's sources.
final class EnvironmentLoops implements AutoCloseable {
    private final Environment environment;
    private final Sources sources;
    private final List<SourceLoop<MetricReading>> metrics;
    private final List<SourceLoop<List<Alert>>> alerts;
    private final List<SourceLoop<List<RegisteredModel>>> registries;
    private final List<SourceLoop<List<Workload>>> clusters;

    EnvironmentLoops(
            Sources sources,
            List<MetricPreset> presets,
            Supplier<Releasing> releasing,
            Pacer pacer,
            RandomGenerator random,
            Runnable changed) {
        this.environment = sources.environment();
        this.sources = sources;
        this.metrics = sources.metrics().stream()
                .map(it -> new SourceLoop<>(
                        it.identity(),
                        new MetricPoll(
                                it.store(),
                                presets,
                                it.selector(),
                                it.identity().interval(),
                                releasing),
                        MetricReading::warnings,
                        pacer,
                        random,
                        changed))
                .toList();
        this.alerts = sources.alerts().stream()
                .map(it -> new SourceLoop<>(
                        it.identity(), _ -> it.port().get().firing(), _ -> List.of(), pacer, random, changed))
                .toList();
        this.registries = sources.registries().stream()
                .map(it -> new SourceLoop<>(
                        it.identity(), _ -> it.port().get().models(), _ -> List.of(), pacer, random, changed))
                .toList();
        this.clusters = sources.clusters().stream()
                .map(it -> new SourceLoop<>(
                        it.identity(),
                        _ -> it.port().workloads(),
                        _ -> it.port().warnings(),
                        pacer,
                        random,
                        changed))
                .toList();
    }

    void start() {
        for (int i = 0; i < clusters.size(); i++) {
            var loop = clusters.get(i);
            // A watch tells of a change at once; the loop's own turn is only the safety net.
            sources.clusters().get(i).port().onChange(loop::wake);
        }
        all().forEach(SourceLoop::start);
    }

    /// The loops whose answers the others' questions depend on: what runs and what is released.
    Stream<SourceLoop<?>> facts() {
        return Stream.concat(clusters.stream(), registries.stream());
    }

    Stream<SourceLoop<?>> figures() {
        return Stream.concat(metrics.stream(), alerts.stream());
    }

    Stream<SourceLoop<?>> all() {
        return Stream.concat(facts(), figures());
    }

    EnvironmentReading reading() {
        return new EnvironmentReading(
                environment,
                registered(),
                answers(clusters),
                answers(alerts),
                answers(metrics),
                facts().anyMatch(loop -> loop.latest() == null),
                !metrics.isEmpty() && metrics.stream().allMatch(loop -> loop.latest() == null));
    }

    List<SourceHealth> health(Instant now) {
        return all().map(loop -> loop.health(now)).toList();
    }

    private List<EnvironmentReading.Registered> registered() {
        var registered = new ArrayList<EnvironmentReading.Registered>();
        for (var loop : registries) {
            var answer = loop.latest();
            if (answer != null) {
                registered.add(new EnvironmentReading.Registered(loop.identity().name(), answer));
            }
        }
        return registered;
    }

    private static <T> List<Answer<T>> answers(List<SourceLoop<T>> loops) {
        var answers = new ArrayList<Answer<T>>();
        for (var loop : loops) {
            var answer = loop.latest();
            if (answer != null) {
                answers.add(answer);
            }
        }
        return answers;
    }

    @Override
    public void close() {
        all().forEach(SourceLoop::close);
        sources.clusters().forEach(cluster -> cluster.port().close());
    }
}
