package jml.store.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jml.core.metric.SeriesArchive.Line;
import jml.core.metric.SeriesArchive.Span;
import jml.store.code.ArmCode;
import jml.store.code.Nanos;
import jml.store.fact.Slots;
import org.jdbi.v3.core.Handle;

/// Rows of the archive: one a line, asked step and aligned span. Safe on any thread.
public final class ArchivedSeries {
    private static final int DELETED_A_STEP = 500;

    /// What a row takes besides its body, roughly: an empty answer is not free.
    private static final int ROW_BYTES = 64;

    private static final String KEEP = """
            MERGE INTO archived_series AS known
            USING (VALUES (CAST(:timeline AS INTEGER), CAST(:slot AS INTEGER), CAST(:arm AS SMALLINT),
                           CAST(:sli AS VARCHAR(64)), CAST(:step AS BIGINT), CAST(:start AS BIGINT),
                           CAST(:end AS BIGINT)))
                  AS added (timeline, slot, arm, sli, step, start_at, end_at)
               ON known.timeline = added.timeline AND known.slot = added.slot AND known.arm = added.arm
                  AND known.sli = added.sli AND known.step = added.step AND known.start_at = added.start_at
             WHEN MATCHED AND known.end_at < added.end_at THEN
                  UPDATE SET end_at = :end, known_at = :knownAt, body = :body
             WHEN NOT MATCHED THEN
                  INSERT (timeline, slot, arm, sli, step, start_at, end_at, known_at, body)
                  VALUES (:timeline, :slot, :arm, :sli, :step, :start, :end, :knownAt, :body)
            """;

    private static final String UNPINNED = """
             NOT EXISTS (SELECT 1 FROM pin
                          WHERE pin.timeline = archived_series.timeline
                            AND archived_series.start_at <= pin.to_at AND archived_series.end_at >= pin.from_at)
            """;

    private final int timeline;
    private final Slots slots;

    public ArchivedSeries(int timeline, Slots slots) {
        this.timeline = timeline;
        this.slots = slots;
    }

    /// For the one thread that writes.
    public void keep(Handle db, List<Span> answers, Instant knownAt) {
        var batch = db.prepareBatch(KEEP);
        for (var answer : answers) {
            var line = answer.line();
            batch.bind("timeline", timeline)
                    .bind("slot", slots.number(db, line.model()))
                    .bind("arm", ArmCode.of(line.arm()))
                    .bind("sli", line.sli().id())
                    .bind("step", answer.step().toNanos())
                    .bind("start", Nanos.of(answer.from()))
                    .bind("end", Nanos.of(answer.to()))
                    .bind("knownAt", Nanos.of(knownAt))
                    .bind("body", PointsCode.bytes(line.sli(), answer.points()))
                    .add();
        }
        batch.execute();
    }

    public List<Span> find(Handle db, Line line, Instant from, Instant to) {
        // A model that was never seen has no slot, and no row has slot -1.
        int slot = slots.find(db, line.model()).orElse(-1);
        return db.createQuery("""
                        SELECT step, start_at, end_at, body FROM archived_series
                         WHERE timeline = ? AND slot = ? AND arm = ? AND sli = ? AND start_at < ? AND end_at > ?
                        """)
                .bind(0, timeline)
                .bind(1, slot)
                .bind(2, ArmCode.of(line.arm()))
                .bind(3, line.sli().id())
                .bind(4, Nanos.of(to))
                .bind(5, Nanos.of(from))
                .map((row, context) -> new Span(
                        line,
                        Duration.ofNanos(row.getLong(1)),
                        Nanos.instant(row.getLong(2)),
                        Nanos.instant(row.getLong(3)),
                        PointsCode.points(line.sli(), row.getBytes(4))))
                .list();
    }

    /// Deletes what ended before an instant, but nothing that a pinned window touches.
    public void deleteBefore(Handle db, long nanos) {
        db.createUpdate("DELETE FROM archived_series WHERE timeline = ? AND end_at < ? AND" + UNPINNED)
                .bind(0, timeline)
                .bind(1, nanos)
                .execute();
    }

    /// Deletes some of the oldest when there is more than `most` bytes, pinned ones last; false when there is not.
    public boolean shrink(Handle db, long most) {
        if (bytes(db) <= most) {
            return false;
        }
        if (deleteOldest(db, UNPINNED) == 0) {
            deleteOldest(db, " TRUE");
        }
        return true;
    }

    /// What all answers take, in bytes.
    public long bytes(Handle db) {
        return db.createQuery("SELECT COALESCE(SUM(OCTET_LENGTH(body) + ?), 0) FROM archived_series WHERE timeline = ?")
                .bind(0, ROW_BYTES)
                .bind(1, timeline)
                .mapTo(long.class)
                .one();
    }

    private int deleteOldest(Handle db, String which) {
        var oldest = db.createQuery("SELECT start_at FROM archived_series WHERE timeline = ? AND" + which
                        + " ORDER BY start_at FETCH FIRST " + DELETED_A_STEP + " ROWS ONLY")
                .bind(0, timeline)
                .mapTo(Long.class)
                .list();
        return oldest.isEmpty()
                ? 0
                : db.createUpdate("DELETE FROM archived_series WHERE timeline = ? AND start_at <= ? AND" + which)
                        .bind(0, timeline)
                        .bind(1, oldest.getLast())
                        .execute();
    }
}
