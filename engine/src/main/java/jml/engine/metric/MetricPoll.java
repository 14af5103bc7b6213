package jml.engine.metric;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jml.core.metric.MetricPreset;
import jml.core.metric.MetricStore;
import jml.core.source.SourceException;
import jml.engine.metric.MetricReading.Answered;
import jml.engine.metric.MetricReading.Minute;
import jml.engine.source.OnDemand;
import jml.engine.source.Question;

/// Asks a metric store for everything a refresh needs, all at one instant. One thread at a time.
public final class MetricPoll implements Question<MetricReading> {
    /// Servers allow 20 concurrent queries to everybody; a console must not take them all.
    private static final int PARALLEL = 6;

    /// Values younger than a scrape and its way are not there yet.
    private static final Duration LONGEST_LAG = Duration.ofSeconds(15);

    private static final Duration DETECT_AGAIN = Duration.ofMinutes(10);

    /// After a longer gap the judge's minutes are not asked for one by one.
    private static final int MINUTES_CAUGHT_UP = 10;

    private final OnDemand<MetricStore> stores;
    private final List<MetricPreset> known;
    private final String selector;
    private final Duration lag;
    private final Supplier<Releasing> releasing;

    private List<MetricPreset> matched = List.of();
    private Instant detectedAt = Instant.MIN;
    private Instant countedUntil = Instant.MIN;

    /// @param known presets in order of precedence
    /// @param selector extra matchers for every query; may be empty
    /// @param interval between two refreshes: figures must not be old by its measure when they arrive
    /// @param releasing what has a release under way now
    public MetricPoll(
            OnDemand<MetricStore> stores,
            List<MetricPreset> known,
            String selector,
            Duration interval,
            Supplier<Releasing> releasing) {
        this.stores = stores;
        this.known = List.copyOf(known);
        this.selector = selector;
        var half = interval.dividedBy(2);
        this.lag = half.compareTo(LONGEST_LAG) < 0 ? half : LONGEST_LAG;
        this.releasing = releasing;
    }

    @Override
    public MetricReading ask(Instant tick) throws SourceException, InterruptedException {
        var store = stores.get();
        var time = tick.minus(lag).truncatedTo(ChronoUnit.SECONDS);
        detect(store, tick);
        var refused = new ArrayList<String>();
        var answers = answer(store, MetricPlan.values(matched, releasing.get().any(), selector), time, refused);
        var minutes = minutes(store, time, refused);
        return new MetricReading(time, matched, answers, minutes, refused);
    }

    private void detect(MetricStore store, Instant tick) throws SourceException, InterruptedException {
        if (!matched.isEmpty() && tick.isBefore(detectedAt.plus(DETECT_AGAIN))) {
            return;
        }
        var regex = known.stream()
                .flatMap(preset -> preset.detect().stream())
                .map(Matchers::literal)
                .distinct()
                .collect(Collectors.joining("|"));
        var names = store.metricNames(regex);
        matched = known.stream()
                .filter(preset -> preset.detect().stream().anyMatch(names::contains))
                .toList();
        detectedAt = tick;
    }

    private List<Minute> minutes(MetricStore store, Instant time, List<String> refused)
            throws SourceException, InterruptedException {
        var end = time.truncatedTo(ChronoUnit.MINUTES);
        var earliest = end.minus(Duration.ofMinutes(MINUTES_CAUGHT_UP));
        var from = countedUntil.equals(Instant.MIN) ? end.minus(Duration.ofMinutes(1)) : countedUntil;
        if (from.isBefore(earliest)) {
            from = earliest;
        }
        var plan = MetricPlan.increases(matched, selector);
        plan.addAll(MetricPlan.buckets(matched, releasing.get().series(), selector));
        var minutes = new ArrayList<Minute>();
        for (var start = from; start.isBefore(end); start = start.plus(Duration.ofMinutes(1))) {
            var minuteEnd = start.plus(Duration.ofMinutes(1));
            minutes.add(new Minute(start, answer(store, plan, minuteEnd, refused), minuteEnd.isBefore(end)));
            countedUntil = minuteEnd;
        }
        return minutes;
    }

    /// One refused query leaves the others standing; a server that cannot be reached ends the refresh.
    private List<Answered> answer(MetricStore store, List<PlannedQuery> plan, Instant time, List<String> refused)
            throws SourceException, InterruptedException {
        var seats = new Semaphore(PARALLEL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<Answered>>();
            for (var query : plan) {
                futures.add(threads.submit(seated(store, seats, query, time)));
            }
            var answers = new ArrayList<Answered>();
            try {
                for (var future : futures) {
                    collect(future, answers, refused);
                }
            } catch (SourceException | InterruptedException over) {
                threads.shutdownNow();
                throw over;
            }
            return answers;
        }
    }

    private static Callable<Answered> seated(MetricStore store, Semaphore seats, PlannedQuery query, Instant time) {
        return () -> {
            seats.acquire();
            try {
                return new Answered(query, store.instant(query.text(), time));
            } finally {
                seats.release();
            }
        };
    }

    private static void collect(Future<Answered> future, List<Answered> answers, List<String> refused)
            throws SourceException, InterruptedException {
        try {
            answers.add(future.get());
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case SourceException no
                when no.kind() == SourceException.Kind.REFUSED -> refused.add(String.valueOf(no.getMessage()));
                case SourceException problem -> throw problem;
                case InterruptedException _ -> throw new InterruptedException("refresh cancelled");
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException("a query failed", failure);
            }
        }
    }
}
