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

    private final FleetRecord record;
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

    /// The newest live snapshot. One publisher at a time.
    public void publish(FleetSnapshot snapshot) {
        var moment = new Moment(snapshot, Recent.none(snapshot.at()), true);
        synchronized (this) {
            live = moment;
            if (cursor != null) {
                return;
            }
            current = moment;
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

    @Override
    public synchronized void close() {
        closed = true;
        loader.interrupt();
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
