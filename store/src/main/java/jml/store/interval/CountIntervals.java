package jml.store.interval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jml.core.judge.CountInterval;
import jml.core.metric.Count;
import jml.core.model.ModelKey;
import jml.store.code.ArmCode;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import jml.store.fact.Slots;
import org.jdbi.v3.core.Handle;

/// The judge's counts of whole minutes. Safe on any thread.
final class CountIntervals {
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

    private static final String OF = """
            SELECT at_minute, arm, counted, valid, bad, backfilled FROM judge_interval
             WHERE timeline = :timeline AND slot = :slot AND version = :version
             ORDER BY at_minute, arm, counted
            """;

    private final JudgedMinutes minutes;
    private final Facts facts;

    CountIntervals(int timeline, Slots slots, Facts facts) {
        this.minutes = new JudgedMinutes(timeline, slots, facts);
        this.facts = facts;
    }

    /// For the one thread that writes.
    void add(Handle db, List<CountInterval> intervals, Instant knownAt) {
        var batch = db.prepareBatch(ADD);
        for (var interval : intervals) {
            minutes.bind(batch, db, interval, knownAt)
                    .bind(
                            "counted",
                            facts.number(db, FactKind.COUNTED, interval.bad().id()))
                    .bind("valid", interval.valid())
                    .bind("bad", interval.badEvents())
                    .add();
        }
        batch.execute();
    }

    /// In order of minute, arm and what was counted. What a later version counted is left out.
    List<CountInterval> of(Handle db, ModelKey model, String release) {
        return minutes.of(db, OF, model, release).stream()
                .flatMap(query -> query
                        .map((row, context) -> {
                            var arm = ArmCode.arm(row.getInt(2));
                            var counted = facts.list(db, FactKind.COUNTED, String.class, new long[] {row.getLong(3)});
                            var count = Count.of(counted.getFirst()).orElse(null);
                            return arm == null || count == null
                                    ? Optional.<CountInterval>empty()
                                    : Optional.of(new CountInterval(
                                            model,
                                            release,
                                            JudgedMinutes.minute(row),
                                            arm,
                                            count,
                                            row.getLong(4),
                                            row.getLong(5),
                                            row.getBoolean(6)));
                        })
                        .stream())
                .flatMap(Optional::stream)
                .toList();
    }
}
