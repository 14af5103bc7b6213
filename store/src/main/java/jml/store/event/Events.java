package jml.store.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.FleetEvent;
import jml.core.model.ModelKey;
import jml.store.code.Nanos;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What happened, one row an event, never thinned. Safe on any thread.
public final class Events {
    private static final String ADD_NEW = """
            MERGE INTO event AS known
            USING (VALUES (CAST(:timeline AS INTEGER), CAST(:hash AS BYTEA))) AS added (timeline, hash)
               ON known.timeline = added.timeline AND known.hash = added.hash
             WHEN NOT MATCHED THEN
                  INSERT (timeline, hash, id, kind, at, known_at, environment, model, text, source, correlation)
                  VALUES (:timeline, :hash, :id, :kind, :at, :knownAt, :environment, :model, :text, :source,
                          :correlation)
            """;

    private final int timeline;

    public Events(int timeline) {
        this.timeline = timeline;
    }

    /// One whose id is there already is left as it is.
    public void add(Handle db, List<FleetEvent> events) {
        var batch = db.prepareBatch(ADD_NEW);
        for (var event : events) {
            var model = event.model();
            batch.bind("timeline", timeline)
                    .bind("hash", sha256(event.id()))
                    .bind("id", event.id())
                    .bind("kind", event.kind().name())
                    .bind("at", Nanos.of(event.at()))
                    .bind("knownAt", Nanos.of(event.knownAt()))
                    .bind("environment", model == null ? null : model.environment())
                    .bind("model", model == null ? null : model.name())
                    .bind("text", event.text())
                    .bind("source", event.source())
                    .bind("correlation", event.correlation())
                    .add();
        }
        batch.execute();
    }

    /// From `from` up to but not at `to`, oldest first. Kinds of a later version are left out.
    public List<FleetEvent> between(Handle db, long from, long to) {
        return db
                .createQuery("""
                        SELECT id, kind, at, known_at, environment, model, text, source, correlation
                          FROM event
                         WHERE timeline = :timeline AND at >= :from AND at < :to
                         ORDER BY at, id
                        """)
                .bind("timeline", timeline)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> event(row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<FleetEvent> event(ResultSet row) throws SQLException {
        var kind = kind(row.getString(2));
        if (kind == null) {
            return Optional.empty();
        }
        var name = row.getString(6);
        return Optional.of(new FleetEvent(
                row.getString(1),
                kind,
                Nanos.instant(row.getLong(3)),
                Nanos.instant(row.getLong(4)),
                name == null ? null : new ModelKey(row.getString(5), name),
                row.getString(7),
                row.getString(8),
                row.getString(9)));
    }

    private static FleetEvent.@Nullable Kind kind(String word) {
        for (var kind : FleetEvent.Kind.values()) {
            if (kind.name().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    private static byte[] sha256(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java without SHA-256", e);
        }
    }
}
