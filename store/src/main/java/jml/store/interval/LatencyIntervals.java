package jml.store.interval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.judge.LatencyBuckets;
import jml.core.judge.LatencyInterval;
import jml.core.model.ModelKey;
import jml.store.code.ArmCode;
import jml.store.code.ByteReader;
import jml.store.code.ByteWriter;
import jml.store.code.Checked;
import jml.store.fact.BucketEdges;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import jml.store.fact.Slots;
import org.jdbi.v3.core.Handle;

/// The judge's latencies of whole minutes. Safe on any thread.
final class LatencyIntervals {
    private static final String ADD = """
            MERGE INTO judge_latency AS known
            USING (VALUES (CAST(:timeline AS INTEGER), CAST(:slot AS INTEGER), CAST(:version AS BIGINT),
                           CAST(:minute AS INTEGER), CAST(:arm AS SMALLINT), CAST(:backfilled AS BOOLEAN)))
                  AS added (timeline, slot, version, at_minute, arm, backfilled)
               ON known.timeline = added.timeline AND known.slot = added.slot AND known.version = added.version
                  AND known.at_minute = added.at_minute AND known.arm = added.arm
             WHEN MATCHED AND known.backfilled AND NOT added.backfilled THEN
                  UPDATE SET edges = :edges, counts = :counts, backfilled = :backfilled, known_at = :knownAt
             WHEN NOT MATCHED THEN
                  INSERT (timeline, slot, version, at_minute, arm, edges, counts, backfilled, known_at)
                  VALUES (:timeline, :slot, :version, :minute, :arm, :edges, :counts, :backfilled, :knownAt)
            """;

    private static final String OF = """
            SELECT at_minute, arm, edges, counts, backfilled FROM judge_latency
             WHERE timeline = :timeline AND slot = :slot AND version = :version
             ORDER BY at_minute, arm
            """;

    private final JudgedMinutes minutes;
    private final Facts facts;

    LatencyIntervals(int timeline, Slots slots, Facts facts) {
        this.minutes = new JudgedMinutes(timeline, slots, facts);
        this.facts = facts;
    }

    /// For the one thread that writes.
    void add(Handle db, List<LatencyInterval> intervals, Instant knownAt) {
        var batch = db.prepareBatch(ADD);
        for (var interval : intervals) {
            var edges = new BucketEdges(interval.buckets().edgesSeconds());
            minutes.bind(batch, db, interval, knownAt)
                    .bind("edges", facts.number(db, FactKind.EDGES, edges))
                    .bind("counts", bytes(interval.buckets()))
                    .add();
        }
        batch.execute();
    }

    /// In order of minute and arm.
    List<LatencyInterval> of(Handle db, ModelKey model, String release) {
        return minutes.of(db, OF, model, release).stream()
                .flatMap(query -> query
                        .map((row, context) -> {
                            var minute = JudgedMinutes.minute(row);
                            var arm = ArmCode.arm(row.getInt(2));
                            var buckets = buckets(edges(db, row.getLong(3)), row.getBytes(4));
                            return arm == null
                                    ? Optional.<LatencyInterval>empty()
                                    : Optional.of(new LatencyInterval(
                                            model, release, minute, arm, buckets, row.getBoolean(5)));
                        })
                        .stream())
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Double> edges(Handle db, long number) {
        return facts.list(db, FactKind.EDGES, BucketEdges.class, new long[] {number})
                .getFirst()
                .seconds();
    }

    private static byte[] bytes(LatencyBuckets buckets) {
        var out = new ByteWriter(32);
        long before = 0;
        for (long count : buckets.atMost()) {
            out.unsigned(count - before);
            before = count;
        }
        out.unsigned(buckets.all() - before);
        return Checked.close(out.toBytes());
    }

    private static LatencyBuckets buckets(List<Double> edges, byte[] bytes) {
        Checked.open(bytes);
        var in = new ByteReader(bytes);
        var atMost = new ArrayList<Long>(edges.size());
        long count = 0;
        for (int i = 0; i < edges.size(); i++) {
            count += in.unsigned();
            atMost.add(count);
        }
        return new LatencyBuckets(edges, atMost, count + in.unsigned());
    }
}
