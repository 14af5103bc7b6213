package jml.core.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The feed with a cursor: live, or any recorded instant. Moving the cursor returns at once and only the newest
/// position is loaded, so that a drag never queues; the feed changes when it is there.
public interface Timeline extends FleetFeed {
    /// Shows the last snapshot at or before `instant`. An instant before the record begins shows its first one.
    void show(Instant instant);

    void showLive();

    /// The newest live moment, whatever the cursor shows.
    Moment live();

    /// Recorded events from `from` up to but not at `to`, oldest first. Blocks; never call it on the FX thread.
    List<FleetEvent> events(Instant from, Instant to);

    /// From the first to the last recorded snapshot; empty when nothing is recorded. Blocks.
    Optional<FleetRecord.Span> span();
}
