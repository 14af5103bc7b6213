package jml.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.Moment;
import jml.core.fleet.Timeline;

/// The timeline of a console that is being opened: each call waits until it is there. A window is made with it beside
/// the opening and calls nothing before it is shown.
///
/// @param console completes with what is opened
public record OpeningTimeline(CompletableFuture<Console> console) implements Timeline {
    @Override
    public Moment current() {
        return opened().current();
    }

    @Override
    public Moment live() {
        return opened().live();
    }

    @Override
    public Pin onChange(Runnable listener) {
        return opened().onChange(listener);
    }

    @Override
    public void show(Instant instant) {
        opened().show(instant);
    }

    @Override
    public void showLive() {
        opened().showLive();
    }

    @Override
    public List<FleetEvent> events(Instant from, Instant to) {
        return opened().events(from, to);
    }

    @Override
    public Optional<FleetRecord.Span> span() {
        return opened().span();
    }

    private Timeline opened() {
        return console.join().timeline();
    }
}
