package jml.engine.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Moment;
import jml.core.fleet.Recent;
import jml.core.fleet.Timeline;
import jml.engine.Listeners;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The console's cursor over live and recorded moments. One thread loads the past, always only the newest position
/// that was asked for.
public final class LiveTimeline implements Timeline, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTimeline.class);

    private volatile FleetRecord record;
    private final Listeners listeners = new Listeners();
    private final Thread loader;

    private volatile Moment live;
    private volatile Moment current;
    private @Nullable Instant cursor;
    private @Nullable Instant wanted;
    private boolean closed;

    /// Starts with what the record holds last, so that the first frame needs no network.
    public LiveTimeline(FleetRecord record, FleetSnapshot first) {
        this.record = record;
        this.live = new Moment(first, record.recent(first.at(), first.roster()), true);
        this.current = live;
        this.loader = Thread.ofPlatform().name("timeline").daemon().start(this::load);
    }

    /// The first live snapshot of a producer that knows what came before it better than the record does.
    public void begin(FleetSnapshot first, Recent recent) {
        show(new Moment(first, recent, true));
    }

    /// The newest live snapshot. One publisher at a time.
    public void publish(FleetSnapshot snapshot) {
        var before = live;
        show(new Moment(
                snapshot, before.recent().with(snapshot, before.snapshot().roster()), true));
    }

    private void show(Moment moment) {
        synchronized (this) {
            live = moment;
            if (cursor != null) {
                return;
            }
            current = moment;
        }
        listeners.tell();
    }

    /// Goes on with another record, as after a change of profile; the cursor returns to live.
    public void switchTo(FleetRecord other, FleetSnapshot first) {
        var moment = new Moment(first, other.recent(first.at(), first.roster()), true);
        synchronized (this) {
            record = other;
            live = moment;
            current = moment;
            cursor = null;
            wanted = null;
        }
        listeners.tell();
    }

    @Override
    public Moment current() {
        return current;
    }

    @Override
    public Moment live() {
        return live;
    }

    @Override
    public Pin onChange(Runnable listener) {
        return listeners.add(listener);
    }

    @Override
    public synchronized void show(Instant instant) {
        cursor = instant;
        wanted = instant;
        notifyAll();
    }

    @Override
    public void showLive() {
        synchronized (this) {
            cursor = null;
            wanted = null;
            current = live;
        }
        listeners.tell();
    }

    @Override
    public List<FleetEvent> events(Instant from, Instant to) {
        return record.events(from, to);
    }

    @Override
    public Optional<FleetRecord.Span> span() {
        return record.span();
    }

    /// Returns once nothing reads the record any more. The reader is not interrupted: an interrupt inside a read closes
    /// the database's file.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            loader.join();
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }

    private void load() {
        for (var instant = next(); instant != null; instant = next()) {
            try {
                past(instant).ifPresent(this::showPast);
            } catch (RuntimeException failure) {
                // The cursor stays where it was; the next position may be readable.
                LOG.error("reading the record at {} failed", instant, failure);
            }
        }
    }

    private synchronized @Nullable Instant next() {
        while (!closed && wanted == null) {
            try {
                wait();
            } catch (InterruptedException stop) {
                return null;
            }
        }
        var instant = wanted;
        wanted = null;
        return closed ? null : instant;
    }

    private Optional<Moment> past(Instant instant) {
        var found = record.at(instant);
        if (found.isEmpty()) {
            found = record.span().flatMap(span -> record.at(span.first()));
        }
        return found.map(snapshot -> moment(snapshot));
    }

    private Moment moment(FleetSnapshot snapshot) {
        Recent recent = record.recent(snapshot.at(), snapshot.roster());
        return new Moment(snapshot, recent, false);
    }

    private void showPast(Moment loaded) {
        synchronized (this) {
            // Live was asked for meanwhile. A newer past position is loaded next, so a drag shows what it passes.
            if (cursor == null) {
                return;
            }
            current = loaded;
        }
        listeners.tell();
    }
}
