package jml.store.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jml.core.metric.Sli;
import org.jdbi.v3.core.Handle;

/// The newest instants, one frame each. An instant is recorded when its frame is committed. Safe on any thread.
public final class FrameLog {
    /// Part of a frame that is no column; see [jml.store.strain.Strains].
    public static final String STRAIN = "strain";

    private final int timeline;

    public FrameLog(int timeline) {
        this.timeline = timeline;
    }

    /// @param strain bytes for the part [#STRAIN]
    public void add(Handle db, Numbers instant, byte[] strain) {
        var parts = Frame.write(instant);
        parts.put(STRAIN, strain);
        var batch = db.prepareBatch("INSERT INTO frame (timeline, at, part, body) VALUES (?, ?, ?, ?)");
        parts.forEach((part, body) -> batch.bind(0, timeline)
                .bind(1, instant.head().at())
                .bind(2, part)
                .bind(3, body)
                .add());
        batch.execute();
    }

    /// The newest frame at or before an instant.
    public Optional<Frame> newest(Handle db, long at) {
        var parts = new HashMap<String, byte[]>();
        db.createQuery("""
                        SELECT part, body FROM frame
                         WHERE timeline = :timeline AND part <> 'strain'
                           AND at = (SELECT MAX(at) FROM frame WHERE timeline = :timeline AND at <= :at)
                        """)
                .bind("timeline", timeline)
                .bind("at", at)
                .map((row, context) -> parts.put(row.getString(1), row.getBytes(2)))
                .forEach(any -> {});
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Frame(parts));
    }

    /// The head of the newest frame.
    public Optional<Head> newestHead(Handle db) {
        return newestParts(db, Frame.HEAD, Long.MAX_VALUE, 1).stream()
                .map(part -> Heads.read(part.body()).getFirst())
                .findFirst();
    }

    /// The oldest frames, oldest first; fewer when there are fewer.
    public List<Frame> oldest(Handle db, int most) {
        return instants(db).stream()
                .limit(most)
                .map(at -> newest(db, at).orElseThrow())
                .toList();
    }

    /// Instants in the log, oldest first.
    public List<Long> instants(Handle db) {
        return db.createQuery("SELECT at FROM frame WHERE timeline = ? AND part = 'head' ORDER BY at")
                .bind(0, timeline)
                .mapTo(Long.class)
                .list();
    }

    /// Frames from `from` to `to`, oldest first, with one indicator's presence and value.
    ///
    /// @param rows whether columns of rows are there too
    public List<Frame> between(Handle db, Sli sli, boolean rows, long from, long to) {
        return db
                .createQuery("""
                        SELECT at, part, body FROM frame
                         WHERE timeline = ? AND at >= ? AND at <= ? AND part IN ('head', ?, ?)
                         ORDER BY at
                        """)
                .bind(0, timeline)
                .bind(1, from)
                .bind(2, to)
                .bind(3, sli.id())
                .bind(4, rows ? Column.FACTS.part() : sli.id())
                .reduceRows(new TreeMap<Long, Map<String, byte[]>>(), (frames, row) -> {
                    frames.computeIfAbsent(row.getColumn("at", Long.class), any -> new HashMap<>())
                            .put(row.getColumn("part", String.class), row.getColumn("body", byte[].class));
                    return frames;
                })
                .values()
                .stream()
                .map(Frame::new)
                .toList();
    }

    /// One part of the frames up to an instant, newest first, each with its instant.
    public List<Part> newestParts(Handle db, String part, long upTo, int most) {
        return db.createQuery("""
                        SELECT at, body FROM frame WHERE timeline = ? AND at <= ? AND part = ?
                         ORDER BY timeline DESC, at DESC, part DESC FETCH FIRST ? ROWS ONLY
                        """)
                .bind(0, timeline)
                .bind(1, upTo)
                .bind(2, part)
                .bind(3, most)
                .map((row, context) -> new Part(row.getLong(1), row.getBytes(2)))
                .list();
    }

    /// Deletes the frames up to an instant.
    public void delete(Handle db, long upTo) {
        db.createUpdate("DELETE FROM frame WHERE timeline = ? AND at <= ?")
                .bind(0, timeline)
                .bind(1, upTo)
                .execute();
    }

    public record Part(long at, byte[] body) {}
}
