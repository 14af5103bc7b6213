package jml.engine.collect;

import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvents;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Recent;
import jml.core.judge.JudgeInterval;
import jml.core.metric.Currency;
import jml.engine.record.LiveTimeline;
import jml.engine.record.Recorder;

/// Where finished snapshots go: the screens first, then the record, with the events that lie between two of them.
/// One publisher at a time.
public final class Publication {
    private final LiveTimeline timeline;
    private final Recorder recorder;
    private final Currency currency;
    private FleetSnapshot previous;

    /// @param last the newest recorded snapshot, or an empty one
    /// @param currency that events write costs in
    public Publication(LiveTimeline timeline, Recorder recorder, FleetSnapshot last, Currency currency) {
        this.timeline = timeline;
        this.recorder = recorder;
        this.previous = last;
        this.currency = currency;
    }

    /// Shows a first snapshot and what came before it; nothing of it is recorded.
    public void begin(FleetSnapshot first, Recent recent) {
        previous = first;
        timeline.begin(first, recent);
    }

    /// @param told what sources told that no two snapshots show
    public void publish(FleetSnapshot snapshot, List<FleetEvent> told, List<JudgeInterval> intervals) {
        var events = new ArrayList<>(FleetEvents.between(previous, snapshot, currency));
        events.addAll(told);
        previous = snapshot;
        timeline.publish(snapshot);
        recorder.offer(snapshot, events, intervals);
    }
}
