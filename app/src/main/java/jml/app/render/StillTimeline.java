package jml.app.render;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.Moment;
import jml.core.fleet.Timeline;

/// One moment that never changes, for a picture.
final class StillTimeline implements Timeline {
    private final Moment moment;
    private final FleetRecord.Span span;
    private final List<FleetEvent> events;

    /// @param events all there are, in any order
    StillTimeline(Moment moment, FleetRecord.Span span, List<FleetEvent> events) {
        this.moment = moment;
        this.span = span;
        this.events =
                events.stream().sorted(Comparator.comparing(FleetEvent::at)).toList();
    }

    @Override
    public Moment current() {
        return moment;
    }

    @Override
    public Moment live() {
        return moment;
    }

    @Override
    public Pin onChange(Runnable listener) {
        return () -> {};
    }

    @Override
    public void show(Instant instant) {
        // A picture has one instant.
    }

    @Override
    public void showLive() {
        // A picture has one instant.
    }

    @Override
    public List<FleetEvent> events(Instant from, Instant to) {
        return events.stream()
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
                .toList();
    }

    @Override
    public Optional<FleetRecord.Span> span() {
        return Optional.of(span);
    }
}
