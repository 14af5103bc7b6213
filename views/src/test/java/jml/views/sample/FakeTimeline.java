package jml.views.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.Moment;
import jml.core.fleet.Timeline;
import org.jspecify.annotations.Nullable;

/// A timeline of moments given to it; moving its cursor takes effect at once.
public final class FakeTimeline implements Timeline {
    private final TreeMap<Instant, Moment> record = new TreeMap<>();
    private final List<FleetEvent> events = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Moment live;
    private @Nullable Instant cursor;

    public FakeTimeline(Moment live) {
        this.live = live;
        record.put(live.snapshot().at(), live);
    }

    /// A new live moment arrives.
    public void publish(Moment moment) {
        live = moment;
        record.put(moment.snapshot().at(), moment);
        changed();
    }

    /// What was recorded at an earlier instant.
    public FakeTimeline recorded(Moment moment) {
        record.put(moment.snapshot().at(), moment);
        return this;
    }

    public FakeTimeline event(FleetEvent event) {
        events.add(event);
        return this;
    }

    public @Nullable Instant cursor() {
        return cursor;
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public Moment current() {
        if (cursor == null) {
            return live;
        }
        var at = record.floorEntry(cursor);
        var moment = at == null ? record.firstEntry().getValue() : at.getValue();
        return new Moment(moment.snapshot(), moment.recent(), false);
    }

    @Override
    public Pin onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void show(Instant instant) {
        cursor = instant;
        changed();
    }

    @Override
    public void showLive() {
        cursor = null;
        changed();
    }

    @Override
    public Moment live() {
        return live;
    }

    @Override
    public List<FleetEvent> events(Instant from, Instant to) {
        return events.stream()
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(to))
                .sorted(java.util.Comparator.comparing(FleetEvent::at))
                .toList();
    }

    @Override
    public Optional<FleetRecord.Span> span() {
        return Optional.of(new FleetRecord.Span(record.firstKey(), record.lastKey()));
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
