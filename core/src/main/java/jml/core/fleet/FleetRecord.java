package jml.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jml.core.judge.JudgeInterval;
import jml.core.metric.Series;
import jml.core.metric.SeriesArchive;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// What the console saw, on disk. Reading is safe from any thread and blocks; one thread writes.
/// Whatever a call that writes returned from is there after a kill. What cannot be kept or read is a [StoreException].
public interface FleetRecord extends AutoCloseable {
    /// True when this process is the one that writes: takes the lease, or renews it, or finds it with another.
    /// Ask before each write; a write without the lease is refused.
    boolean recording();

    /// Commits one snapshot. A snapshot no later than the last one of the same origin is refused.
    void append(FleetSnapshot snapshot);

    /// Commits events; one whose id is there already is left as it is.
    void append(List<FleetEvent> events);

    void appendIntervals(List<JudgeInterval> intervals);

    /// The last snapshot at or before an instant; empty before the record begins.
    Optional<FleetSnapshot> at(Instant instant);

    Optional<FleetSnapshot> latest();

    /// Strain of the snapshots up to an instant, for sparklines in the row order of `roster`.
    Recent recent(Instant until, Roster roster);

    /// Events from `from` up to but not at `to`, oldest first.
    List<FleetEvent> events(Instant from, Instant to);

    /// The judge's minutes of a release, oldest first. What was counted as it happened stands before what was asked
    /// later.
    List<JudgeInterval> intervals(ModelKey model, String release);

    /// Recorded values of one model from `from` to `to`, in base units, gaps left out; thinned to no finer than `step`.
    Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step);

    /// What live stores answered about lines of this record's origin; what was recorded stands before it.
    SeriesArchive archive();

    /// From the first to the last recorded snapshot; empty when nothing is recorded.
    Optional<Span> span();

    /// Keeps a window at full resolution, whatever its age, until it is unpinned or the record outgrows its size.
    /// A pin of this id is widened until it holds both windows.
    void pin(String id, Instant from, Instant to);

    /// The same for the lines of one model, which must have been recorded: the rest of the fleet is thinned as ever.
    void pin(String id, ModelKey model, Instant from, Instant to);

    /// Nothing happens when there is no such pin.
    void unpin(String id);

    /// Seals, thins and deletes by age and size; called off the hot path, may take seconds.
    void compact();

    @Override
    void close();

    record Span(Instant first, Instant last) {}
}
