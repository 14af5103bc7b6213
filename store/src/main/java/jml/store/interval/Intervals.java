package jml.store.interval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jml.core.judge.JudgeInterval;
import jml.core.metric.Count;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.store.code.Nanos;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import jml.store.fact.Slots;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The judge's minutes, exactly as they were counted. Safe on any thread.
public final class Intervals {
    // What was counted as it happened is never replaced by what was asked afterwards, but the other way round.
    private static final String ADD = """
            MERGE INTO judge_interval AS known
            USING (VALUES (CAST(:timeline AS INTEGER), CAST(:slot AS INTEGER), CAST(:version AS BIGINT),
                           CAST(:minute AS INTEGER), CAST(:arm AS SMALLINT), CAST(:counted AS BIGINT),
                           CAST(:backfilled AS BOOLEAN)))
                  AS added (timeline, slot, version, at_minute, arm, counted, backfilled)
               ON known.timeline = added.timeline AND known.slot = added.slot AND known.version = added.version
                  AND known.at_minute = added.at_minute AND known.arm = added.arm AND known.counted = added.counted
             WHEN MATCHED AND known.backfilled AND NOT added.backfilled THEN
                  UPDATE SET valid = :valid, bad = :bad, backfilled = :backfilled, known_at = :knownAt
             WHEN NOT MATCHED THEN
                  INSERT (timeline, slot, version, at_minute, arm, counted, valid, bad, backfilled, known_at)
                  VALUES (:timeline, :slot, :version, :minute, :arm, :counted, :valid, :bad, :backfilled, :knownAt)
            """;

    private static final long NANOS_A_MINUTE = 60_000_000_000L;

    private final int timeline;
    private final Slots slots;
    private final Facts facts;

    public Intervals(int timeline, Slots slots, Facts facts) {
        this.timeline = timeline;
        this.slots = slots;
        this.facts = facts;
    }

    /// For the one thread that writes.
    public void add(Handle db, List<JudgeInterval> intervals, Instant knownAt) {
        var batch = db.prepareBatch(ADD);
        for (var interval : intervals) {
            batch.bind("timeline", timeline)
                    .bind("slot", slots.number(db, interval.model()))
                    .bind("version", facts.number(db, FactKind.VERSION, interval.release()))
                    .bind("minute", (int) Math.floorDiv(interval.minute().getEpochSecond(), 60L))
                    .bind("arm", code(interval.arm()))
                    .bind(
                            "counted",
                            facts.number(db, FactKind.COUNTED, interval.bad().id()))
                    .bind("valid", interval.valid())
                    .bind("bad", interval.badEvents())
                    .bind("backfilled", interval.backfilled())
                    .bind("knownAt", Nanos.of(knownAt))
                    .add();
        }
        batch.execute();
    }

    /// In order of minute, arm and what was counted. What a later version counted is left out.
    public List<JudgeInterval> of(Handle db, ModelKey model, String release) {
        var slot = slots.find(db, model);
        long version = facts.find(db, FactKind.VERSION, release);
        if (slot.isEmpty() || version < 0) {
            return List.of();
        }
        return db
                .createQuery("""
                        SELECT at_minute, arm, counted, valid, bad, backfilled FROM judge_interval
                         WHERE timeline = ? AND slot = ? AND version = ?
                         ORDER BY at_minute, arm, counted
                        """)
                .bind(0, timeline)
                .bind(1, slot.getAsInt())
                .bind(2, version)
                .map((row, context) -> {
                    var arm = arm(row.getInt(2));
                    var counted = facts.list(db, FactKind.COUNTED, String.class, new long[] {row.getLong(3)});
                    var count = Count.of(counted.getFirst()).orElse(null);
                    return arm == null || count == null
                            ? Optional.<JudgeInterval>empty()
                            : Optional.of(new JudgeInterval(
                                    model,
                                    release,
                                    Instant.ofEpochSecond(row.getInt(1) * 60L),
                                    arm,
                                    count,
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getBoolean(6)));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Deletes minutes before an instant, but none inside a pinned window.
    public void deleteBefore(Handle db, long nanos) {
        db.createUpdate("""
                        DELETE FROM judge_interval
                         WHERE timeline = :timeline AND at_minute < :minute
                           AND NOT EXISTS (SELECT 1 FROM pin
                                            WHERE pin.timeline = judge_interval.timeline
                                              AND judge_interval.at_minute * :nanosAMinute >= pin.from_at
                                              AND judge_interval.at_minute * :nanosAMinute <= pin.to_at)
                        """)
                .bind("timeline", timeline)
                .bind("minute", Math.floorDiv(nanos, NANOS_A_MINUTE))
                .bind("nanosAMinute", NANOS_A_MINUTE)
                .execute();
    }

    /// Numbers of the facts that minutes refer to.
    public List<Long> facts(Handle db) {
        return db.createQuery("""
                        SELECT version FROM judge_interval WHERE timeline = :timeline
                         UNION SELECT counted FROM judge_interval WHERE timeline = :timeline
                        """).bind("timeline", timeline).mapTo(Long.class).list();
    }

    private static int code(Arm arm) {
        return switch (arm) {
            case ALL -> 0;
            case BASELINE -> 1;
            case CANARY -> 2;
        };
    }

    private static @Nullable Arm arm(int code) {
        return switch (code) {
            case 0 -> Arm.ALL;
            case 1 -> Arm.BASELINE;
            case 2 -> Arm.CANARY;
            default -> null;
        };
    }
}
