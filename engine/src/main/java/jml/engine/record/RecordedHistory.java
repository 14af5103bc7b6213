package jml.engine.record;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jml.core.fleet.FleetRecord;
import jml.core.metric.MetricHistory;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.engine.metric.LiveSeries;

/// Long series: what was recorded, and before the record began what the live store still has. Recorded beats asked;
/// the newest two minutes are never kept from an answer. Safe from any thread.
public final class RecordedHistory implements MetricHistory {
    private static final Duration NOT_KEPT = Duration.ofMinutes(2);
    private static final int MOST_KEPT = 500;

    private final Supplier<FleetRecord> record;
    private final LiveSeries live;
    private final InstantSource clock;
    private final ConcurrentHashMap<Asked, Series> kept = new ConcurrentHashMap<>();

    /// A question of which the answer, an empty one included, is kept with its step.
    private record Asked(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step) {}

    public RecordedHistory(Supplier<FleetRecord> record, LiveSeries live, InstantSource clock) {
        this.record = record;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException, InterruptedException {
        var recorded = record.get().series(model, arm, sli, from, to, step);
        var begins = recorded.size() == 0 ? to : recorded.time(0);
        // A hole of two steps at the start may be the record's own rhythm.
        if (!begins.isAfter(from.plus(step.multipliedBy(2)))) {
            return recorded;
        }
        return joined(asked(new Asked(model, arm, sli, from, begins, step)), recorded);
    }

    private Series asked(Asked question) throws SourceException, InterruptedException {
        var known = kept.get(question);
        if (known != null) {
            return known;
        }
        var answer = live.series(
                question.model(), question.arm(), question.sli(), question.from(), question.to(), question.step());
        if (question.to().isBefore(clock.instant().minus(NOT_KEPT))) {
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(question, answer);
        }
        return answer;
    }

    private static Series joined(Series before, Series recorded) {
        if (before.size() == 0) {
            return recorded;
        }
        int first = before.size();
        var times = Arrays.copyOf(before.times(), first + recorded.size());
        var values = Arrays.copyOf(before.values(), first + recorded.size());
        System.arraycopy(recorded.times(), 0, times, first, recorded.size());
        System.arraycopy(recorded.values(), 0, values, first, recorded.size());
        var step = before.step().compareTo(recorded.step()) > 0 ? before.step() : recorded.step();
        return new Series(recorded.labels(), times, values, step);
    }
}
