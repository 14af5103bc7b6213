package jml.engine.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.judge.JudgeInterval;
import jml.core.metric.SeriesArchive;
import jml.engine.Pacer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what was published to the record, on one thread, at most one snapshot behind: every 30 seconds, and at once
/// when a state, version, weight or alert changed. A snapshot that comes while the writer is busy replaces the one that
/// waits; the gap shows. Events wait in a bounded queue; what does not fit is counted and said. Windows of releases are
/// pinned ([ReleasePins]).
public final class Recorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_ANSWERS = 200;
    private static final Duration COMPACT_EVERY = Duration.ofMinutes(10);

    private final FleetRecord record;
    private final Pacer pacer;
    private final Cadence cadence;
    private final ReleasePins pins;
    private final List<FleetEvent> events = new ArrayList<>();
    private final List<JudgeInterval> intervals = new ArrayList<>();
    private final List<SeriesArchive.Span> answers = new ArrayList<>();
    private final Thread writer;

    private @Nullable FleetSnapshot pending;
    private int lostEvents;
    private Instant compactedAt;
    private boolean closed;
    private volatile @Nullable String problem;

    public Recorder(FleetRecord record, Pacer pacer, Duration every) {
        this.record = record;
        this.pacer = pacer;
        this.cadence = new Cadence(every);
        this.pins = new ReleasePins(record);
        this.compactedAt = pacer.instant();
        this.writer = Thread.ofPlatform().name("recorder").daemon().unstarted(this::run);
    }

    public void start() {
        writer.start();
    }

    /// Takes what was published; returns at once. Only a snapshot that is due is written.
    public synchronized void offer(FleetSnapshot snapshot, List<FleetEvent> happened, List<JudgeInterval> minutes) {
        if (cadence.due(snapshot)) {
            pending = snapshot;
        }
        int room = MOST_EVENTS - events.size();
        if (happened.size() > room) {
            lostEvents += happened.size() - room;
        }
        events.addAll(happened.subList(0, Math.min(room, happened.size())));
        intervals.addAll(minutes);
        notifyAll();
    }

    /// Takes an event that no snapshot shows, such as what a person did here; returns at once.
    public synchronized void tell(FleetEvent event) {
        if (events.size() < MOST_EVENTS) {
            events.add(event);
        } else {
            lostEvents++;
        }
        notifyAll();
    }

    /// Takes answers for the record's archive; returns at once. What finds no room is asked again when it is wanted.
    public synchronized void keep(List<SeriesArchive.Span> answered) {
        answers.addAll(answered.subList(0, Math.min(MOST_ANSWERS - answers.size(), answered.size())));
        notifyAll();
    }

    /// Why nothing is being recorded, in words for people; empty while all is well.
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /// Writes what waits, then stops.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (var work = next(); work != null; work = next()) {
            write(work);
        }
    }

    private record Work(
            @Nullable FleetSnapshot snapshot,
            List<FleetEvent> events,
            List<JudgeInterval> intervals,
            List<SeriesArchive.Span> answers) {}

    private boolean idle() {
        return pending == null && events.isEmpty() && intervals.isEmpty() && answers.isEmpty();
    }

    private synchronized @Nullable Work next() {
        while (!closed && idle()) {
            try {
                wait();
            } catch (InterruptedException stop) {
                return null;
            }
        }
        if (idle()) {
            return null;
        }
        if (lostEvents > 0) {
            var now = pacer.instant();
            var text = lostEvents + " events were lost: the record could not keep up";
            events.add(new FleetEvent("lost-" + now, FleetEvent.Kind.SOURCE, now, now, null, text, "record"));
            lostEvents = 0;
        }
        var work = new Work(pending, List.copyOf(events), List.copyOf(intervals), List.copyOf(answers));
        pending = null;
        events.clear();
        intervals.clear();
        answers.clear();
        return work;
    }

    private void write(Work work) {
        try {
            if (!work.events().isEmpty()) {
                record.append(work.events());
            }
            if (!work.intervals().isEmpty()) {
                record.appendIntervals(work.intervals());
            }
            if (work.snapshot() != null) {
                record.append(work.snapshot());
                pins.keep(work.snapshot());
            }
            // Without the lease answers are only remembered: the console that records keeps its own.
            if (!work.answers().isEmpty() && record.recording()) {
                record.archive().keep(work.answers());
            }
            problem = null;
            compactWhenDue();
        } catch (RuntimeException failure) {
            // A full disk must not end the console: it goes on live and says that the record stands still.
            LOG.error("recording failed", failure);
            problem = "Nothing is recorded: " + failure.getMessage();
        }
    }

    private void compactWhenDue() {
        var now = pacer.instant();
        if (Duration.between(compactedAt, now).compareTo(COMPACT_EVERY) >= 0) {
            compactedAt = now;
            record.compact();
        }
    }
}
