package jml.engine.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Objectives;
import jml.core.fleet.identity.IdentityRules;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.registry.RegisteredModel;
import jml.core.source.SourceException;
import jml.engine.Pacer;
import jml.engine.approval.UnapprovedFindings;
import jml.engine.metric.LiveSeries;
import jml.engine.metric.Releasing;
import jml.engine.source.SourceLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what all sources answer into snapshots: on change, at most one a second, none before every source has
/// answered or failed once. One thread assembles and publishes.
public final class Collector implements LiveSeries, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

    /// Ages grow and sources turn stale also while nothing answers.
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(15);

    /// What a collector reads everything by.
    ///
    /// @param presets in order of precedence
    /// @param approvals finds what serves unapproved
    public record Reading(
            IdentityRules identity, Objectives objectives, List<MetricPreset> presets, UnapprovedFindings approvals) {
        /// Where nobody needs to approve anything.
        public Reading(IdentityRules identity, Objectives objectives, List<MetricPreset> presets) {
            this(identity, objectives, presets, UnapprovedFindings.none());
        }
    }

    private final Pacer pacer;
    private final Assembly assembly;
    private final List<Sources> sources;
    private final List<EnvironmentLoops> environments;
    private final Signal changed = new Signal();
    private volatile Releasing releasing;

    /// @param last the newest recorded snapshot, or an empty one
    public Collector(List<Sources> sources, Reading reading, FleetSnapshot last, Pacer pacer, RandomGenerator random) {
        this.pacer = pacer;
        this.sources = List.copyOf(sources);
        this.assembly = new Assembly(reading.identity(), reading.objectives(), reading.approvals(), last);
        this.releasing = new Releasing(last.roster().models().stream().anyMatch(facts -> facts.releasing()), List.of());
        this.environments = sources.stream()
                .map(it -> new EnvironmentLoops(it, reading.presets(), () -> releasing, pacer, random, changed::raise))
                .toList();
    }

    /// Starts asking and publishing until closed.
    public void start(Publication publication) {
        environments.forEach(EnvironmentLoops::start);
        Thread.ofPlatform().name("collector").daemon().start(() -> run(publication));
    }

    /// Asks everything at once, after the machine slept or when a person wants it.
    public void refresh() {
        loops().forEach(SourceLoop::wake);
    }

    /// Asks every source once, facts before figures, and makes one snapshot. For use without [#start(Publication)].
    public FleetSnapshot once() {
        askOnce(environments.stream().flatMap(EnvironmentLoops::facts).toList());
        assemble();
        askOnce(environments.stream().flatMap(EnvironmentLoops::figures).toList());
        return assemble().snapshot();
    }

    @Override
    public Answer series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException, InterruptedException {
        var wanted = new SeriesQuestion.Wanted(model, arm, sli, from, to, step);
        var known = assembly.known();
        var stores = sources.stream()
                .filter(it -> it.environment().name().equals(model.environment()))
                .flatMap(it -> it.metrics().stream())
                .toList();
        if (known == null) {
            return Answer.unasked(step);
        }
        int row = known.subjects().shown().row(model).orElse(-1);
        var own = known.series().stream()
                .filter(it -> row >= 0 && row == known.subjects().of(it.environment(), it.preset(), it.labels(), false))
                .toList();
        return new SeriesQuestion(stores, own, known.subjects()).ask(wanted);
    }

    /// A model as its registry told it last; empty when it did not. Asks nobody.
    ///
    /// @param source name of the registry
    public Optional<RegisteredModel> registered(String source, String model) {
        return environments.stream()
                .flatMap(it -> it.reading().registries().stream())
                .filter(it -> it.source().equals(source))
                .flatMap(it -> it.answer().value().stream())
                .filter(it -> it.name().equals(model))
                .findFirst();
    }

    private void askOnce(List<SourceLoop<?>> loops) {
        var asked = loops.stream()
                .map(loop -> CompletableFuture.runAsync(() -> loop.askOnce(pacer.instant()), task -> Thread.ofVirtual()
                        .start(task)))
                .toList();
        asked.forEach(CompletableFuture::join);
    }

    private void run(Publication publication) {
        try {
            while (true) {
                changed.await(AT_LEAST_EVERY);
                if (loops().allMatch(SourceLoop::attempted)) {
                    publish(publication);
                }
                pacer.sleep(AT_MOST_EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(Publication publication) {
        try {
            var assembled = assemble();
            publication.publish(assembled.snapshot(), assembled.told(), assembled.intervals());
        } catch (RuntimeException bug) {
            // The last snapshot stands and grows old in sight; the next answers may be digestible.
            LOG.error("no snapshot could be made", bug);
        }
    }

    private Assembly.Assembled assemble() {
        var now = pacer.instant();
        var readings = environments.stream().map(EnvironmentLoops::reading).toList();
        var health = environments.stream()
                .flatMap(environment -> environment.health(now).stream())
                .toList();
        var assembled = assembly.assemble(now, readings, health);
        releasing = assembly.releasing();
        return assembled;
    }

    private Stream<SourceLoop<?>> loops() {
        return environments.stream().flatMap(EnvironmentLoops::all);
    }

    @Override
    public void close() {
        changed.close();
        environments.forEach(EnvironmentLoops::close);
    }
}
