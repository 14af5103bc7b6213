package jml.store.interval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jml.core.judge.CountInterval;
import jml.core.judge.JudgeInterval;
import jml.core.judge.LatencyInterval;
import jml.core.model.ModelKey;
import jml.store.fact.Facts;
import jml.store.fact.Slots;
import org.jdbi.v3.core.Handle;

/// The judge's minutes, exactly as they were counted. What was counted as it happened is never replaced by what was
/// asked afterwards, but the other way round. Safe on any thread.
public final class Intervals {
    private static final long NANOS_A_MINUTE = 60_000_000_000L;
    private static final List<String> TABLES = List.of("judge_interval", "judge_latency");

    private final int timeline;
    private final CountIntervals counts;
    private final LatencyIntervals latencies;

    public Intervals(int timeline, Slots slots, Facts facts) {
        this.timeline = timeline;
        this.counts = new CountIntervals(timeline, slots, facts);
        this.latencies = new LatencyIntervals(timeline, slots, facts);
    }

    /// For the one thread that writes.
    public void add(Handle db, List<JudgeInterval> intervals, Instant knownAt) {
        counts.add(db, of(intervals, CountInterval.class), knownAt);
        latencies.add(db, of(intervals, LatencyInterval.class), knownAt);
    }

    private static <T> List<T> of(List<JudgeInterval> intervals, Class<T> kind) {
        return intervals.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Oldest first, a minute's by arm, counts before latencies. What a later version counted is left out.
    public List<JudgeInterval> of(Handle db, ModelKey model, String release) {
        var all = new ArrayList<JudgeInterval>(counts.of(db, model, release));
        all.addAll(latencies.of(db, model, release));
        all.sort(Comparator.comparing(JudgeInterval::minute).thenComparing(JudgeInterval::arm));
        return all;
    }

    /// Deletes minutes before an instant, but none inside a pinned window.
    public void deleteBefore(Handle db, long nanos) {
        for (var table : TABLES) {
            db.createUpdate("""
                            DELETE FROM judge_interval
                             WHERE timeline = :timeline AND at_minute < :minute
                               AND NOT EXISTS (SELECT 1 FROM pin
                                                WHERE pin.timeline = judge_interval.timeline
                                                  AND judge_interval.at_minute * :nanosAMinute >= pin.from_at
                                                  AND judge_interval.at_minute * :nanosAMinute <= pin.to_at)
                            """.replace("judge_interval", table))
                    .bind("timeline", timeline)
                    .bind("minute", Math.floorDiv(nanos, NANOS_A_MINUTE))
                    .bind("nanosAMinute", NANOS_A_MINUTE)
                    .execute();
        }
    }

    /// Numbers of the facts that minutes refer to.
    public List<Long> facts(Handle db) {
        return db.createQuery("""
                        SELECT version FROM judge_interval WHERE timeline = :timeline
                         UNION SELECT counted FROM judge_interval WHERE timeline = :timeline
                         UNION SELECT version FROM judge_latency WHERE timeline = :timeline
                         UNION SELECT edges FROM judge_latency WHERE timeline = :timeline
                        """).bind("timeline", timeline).mapTo(Long.class).list();
    }
}
