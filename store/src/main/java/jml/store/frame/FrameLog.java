package jml.store.frame;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The newest instants, one frame each. An instant is recorded when its frame is committed. Safe on any thread.
public final class FrameLog {
    // H2 holds at most one mebibyte inside a row.
    private static final int PART_BYTES = 1_000_000;

    private final int timeline;

    public FrameLog(int timeline) {
        this.timeline = timeline;
    }

    public void add(Handle db, Numbers instant) {
        var bytes = Frame.write(instant);
        for (int part = 0; part * PART_BYTES < bytes.length; part++) {
            db.createUpdate("INSERT INTO frame (timeline, at, part, body) VALUES (?, ?, ?, ?)")
                    .bind(0, timeline)
                    .bind(1, instant.head().at())
                    .bind(2, part)
                    .bind(
                            3,
                            Arrays.copyOfRange(
                                    bytes, part * PART_BYTES, Math.min(bytes.length, (part + 1) * PART_BYTES)))
                    .execute();
        }
    }

    /// The newest frame at or before an instant.
    public Optional<Frame> newest(Handle db, long at) {
        var body = new ByteArrayOutputStream(1 << 16);
        // The whole key in the order lets the database walk its index backwards instead of sorting frames.
        db.createQuery("""
                        SELECT body FROM frame
                         WHERE timeline = :timeline
                           AND at = (SELECT MAX(at) FROM frame WHERE timeline = :timeline AND at <= :at)
                         ORDER BY timeline, at, part
                        """)
                .bind("timeline", timeline)
                .bind("at", at)
                .mapTo(byte[].class)
                .forEach(body::writeBytes);
        return body.size() == 0 ? Optional.empty() : Optional.of(Frame.read(body.toByteArray()));
    }

    public Optional<Span> span(Handle db) {
        return db.createQuery("SELECT MIN(at), MAX(at) FROM frame WHERE timeline = ? HAVING COUNT(*) > 0")
                .bind(0, timeline)
                .map((row, context) -> new Span(row.getLong(1), row.getLong(2)))
                .findOne();
    }

    /// First and last instant.
    public record Span(long first, long last) {}
}
