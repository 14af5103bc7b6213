package jml.engine.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Recent;
import jml.core.fleet.Roster;
import jml.core.fleet.StoreException;
import jml.core.judge.JudgeInterval;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;
import jml.core.metric.SeriesArchive;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// Keeps what is written in lists; a test can wait for the next write and can make writing fail.
public final class RecordingFleetRecord implements FleetRecord {
    final List<FleetSnapshot> snapshots = Collections.synchronizedList(new ArrayList<>());
    final List<FleetEvent> events = Collections.synchronizedList(new ArrayList<>());
    final List<JudgeInterval> intervals = Collections.synchronizedList(new ArrayList<>());
    final BlockingQueue<Object> writes = new LinkedBlockingQueue<>();
    final BlockingQueue<Instant> read = new LinkedBlockingQueue<>();
    final Map<String, Span> pins = new ConcurrentHashMap<>();
    volatile int pinned;
    volatile boolean full;
    volatile boolean leased = true;
    volatile Series recorded = new Series(LabelSet.of(Map.of()), new long[0], new double[0], Duration.ofSeconds(30));
    final FakeSeriesArchive archive = new FakeSeriesArchive();
    volatile Runnable beforeRead = () -> {};

    @Override
    public boolean recording() {
        return leased;
    }

    @Override
    public void append(FleetSnapshot snapshot) {
        if (full) {
            writes.add("refused");
            throw new StoreException("disk full");
        }
        snapshots.add(snapshot);
        writes.add(snapshot);
    }

    @Override
    public void append(List<FleetEvent> happened) {
        events.addAll(happened);
        writes.add(happened);
    }

    @Override
    public void appendIntervals(List<JudgeInterval> counted) {
        intervals.addAll(counted);
        writes.add(counted);
    }

    @Override
    public Optional<FleetSnapshot> at(Instant instant) {
        beforeRead.run();
        read.add(instant);
        return snapshots.stream().filter(it -> !it.at().isAfter(instant)).reduce((_, last) -> last);
    }

    @Override
    public Optional<FleetSnapshot> latest() {
        return snapshots.isEmpty() ? Optional.empty() : Optional.of(snapshots.getLast());
    }

    @Override
    public Recent recent(Instant until, Roster roster) {
        return Recent.none(until);
    }

    @Override
    public List<FleetEvent> events(Instant from, Instant to) {
        return events.stream()
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(to))
                .toList();
    }

    @Override
    public List<JudgeInterval> intervals(ModelKey model, String release) {
        return intervals.stream()
                .filter(it -> it.model().equals(model) && it.release().equals(release))
                .toList();
    }

    @Override
    public Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step) {
        return recorded;
    }

    @Override
    public SeriesArchive archive() {
        return archive;
    }

    @Override
    public Optional<Span> span() {
        return snapshots.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Span(snapshots.getFirst().at(), snapshots.getLast().at()));
    }

    @Override
    public void pin(String id, Instant from, Instant to) {
        pinned++;
        pins.merge(
                id,
                new Span(from, to),
                (one, other) -> new Span(
                        one.first().isBefore(other.first()) ? one.first() : other.first(),
                        one.last().isAfter(other.last()) ? one.last() : other.last()));
    }

    @Override
    public void pin(String id, ModelKey model, Instant from, Instant to) {
        pin(id, from, to);
    }

    @Override
    public void unpin(String id) {}

    @Override
    public void compact() {}

    @Override
    public void close() {}
}
