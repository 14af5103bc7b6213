package jml.store.interval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import jml.core.judge.JudgeInterval;
import jml.core.model.ModelKey;
import jml.store.code.ArmCode;
import jml.store.code.Nanos;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import jml.store.fact.Slots;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// What rows of the judge's minutes have in common, whatever was measured in them: whose they are, of when and of which
/// arm. Safe on any thread.
record JudgedMinutes(int timeline, Slots slots, Facts facts) {
    /// Binds `:timeline`, `:slot`, `:version`, `:minute`, `:arm`, `:backfilled` and `:knownAt`. For the one thread that
    /// writes.
    PreparedBatch bind(PreparedBatch batch, Handle db, JudgeInterval interval, Instant knownAt) {
        return batch.bind("timeline", timeline)
                .bind("slot", slots.number(db, interval.model()))
                .bind("version", facts.number(db, FactKind.VERSION, interval.release()))
                .bind("minute", (int) Math.floorDiv(interval.minute().getEpochSecond(), 60L))
                .bind("arm", ArmCode.of(interval.arm()))
                .bind("backfilled", interval.backfilled())
                .bind("knownAt", Nanos.of(knownAt));
    }

    /// The query with its `:timeline`, `:slot` and `:version` bound; empty when nothing was ever kept of that release.
    Optional<Query> of(Handle db, String sql, ModelKey model, String release) {
        var slot = slots.find(db, model);
        long version = facts.find(db, FactKind.VERSION, release);
        if (slot.isEmpty() || version < 0) {
            return Optional.empty();
        }
        return Optional.of(db.createQuery(sql)
                .bind("timeline", timeline)
                .bind("slot", slot.getAsInt())
                .bind("version", version));
    }

    /// The minute in the first column.
    static Instant minute(ResultSet row) throws SQLException {
        return Instant.ofEpochSecond(row.getInt(1) * 60L);
    }
}
