package jml.store.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import jml.store.fact.ColumnOrder;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import jml.store.frame.Head;
import jml.store.frame.Heads;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows tiles are kept in. Safe on any thread.
public final class Tiles {
    /// Every instant that was recorded.
    public static final int FULL = 0;

    /// One instant every few minutes, one an hour.
    static final int STATES = 1;

    public static final int COARSEST = 2;

    /// As fine as [#FULL], of some models only; see [PinnedLines].
    static final int PINNED = 3;

    /// All that hold lines, finest first.
    static final List<Integer> WITH_LINES = List.of(FULL, PINNED, STATES, COARSEST);

    static final int HEADS = -1;
    static final int STRAIN = -2;
    static final int USED = -3;

    // H2 holds at most one mebibyte inside a row.
    private static final int PART_BYTES = 1_000_000;

    private final int timeline;
    private final Facts facts;

    public Tiles(int timeline, Facts facts) {
        this.timeline = timeline;
        this.facts = facts;
    }

    /// Keeps a stretch with its heads and tiles. What was recorded was known when it ended.
    ///
    /// @param tiles bytes by group
    void add(Handle db, Stretch stretch, Made made, Map<Integer, byte[]> tiles) {
        var heads = Heads.write(stretch.heads());
        long bytes = heads.length;
        addBody(db, stretch, HEADS, heads);
        for (var tile : tiles.entrySet()) {
            addBody(db, stretch, tile.getKey(), tile.getValue());
            bytes += tile.getValue().length;
        }
        db.createUpdate("""
                        INSERT INTO stretch (timeline, tier, start_at, end_at, made, known_at, bytes)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .bind(0, timeline)
                .bind(1, stretch.tier())
                .bind(2, stretch.start())
                .bind(3, stretch.end())
                .bind(4, made.word())
                .bind(5, stretch.end())
                .bind(6, bytes)
                .execute();
    }

    private void addBody(Handle db, Stretch stretch, int group, byte[] body) {
        for (int from = 0; from < body.length; from += PART_BYTES) {
            db.createUpdate("INSERT INTO tile (timeline, tier, start_at, grp, part, body) VALUES (?, ?, ?, ?, ?, ?)")
                    .bind(0, timeline)
                    .bind(1, stretch.tier())
                    .bind(2, stretch.start())
                    .bind(3, group)
                    .bind(4, from / PART_BYTES)
                    .bind(5, Arrays.copyOfRange(body, from, Math.min(body.length, from + PART_BYTES)))
                    .execute();
        }
    }

    /// The newest stretch of a tier that starts at or before an instant.
    Optional<Place> newest(Handle db, int tier, long at) {
        // The key's own columns in the order let the database walk its index backwards instead of sorting.
        return db.createQuery("""
                        SELECT start_at, end_at FROM stretch
                         WHERE timeline = ? AND tier = ? AND start_at <= ?
                         ORDER BY timeline DESC, tier DESC, start_at DESC
                         FETCH FIRST 1 ROW ONLY
                        """)
                .bind(0, timeline)
                .bind(1, tier)
                .bind(2, at)
                .map((row, context) -> new Place(tier, row.getLong(1), row.getLong(2)))
                .findOne();
    }

    /// The stretch with the last instant at or before `at`, whichever tier has it.
    Optional<Place> latest(Handle db, long at) {
        Place best = null;
        for (int tier = FULL; tier <= COARSEST; tier++) {
            var place = newest(db, tier, at).orElse(null);
            if (place != null && place.end() >= at) {
                return Optional.of(place);
            }
            if (place != null && (best == null || place.end() > best.end())) {
                best = place;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The head of the newest instant in a stretch.
    public Optional<Head> newestHead(Handle db) {
        return latest(db, Long.MAX_VALUE)
                .map(place -> stretch(db, place).heads().getLast());
    }

    /// Where a stretch lies.
    ///
    /// @param start its first instant
    /// @param end its last
    public record Place(int tier, long start, long end) {}

    Stretch stretch(Handle db, Place place) {
        var heads = body(db, place.tier(), place.start(), HEADS);
        return new Stretch(place.tier(), place.start(), Heads.read(heads));
    }

    /// The model tiles of a stretch, by group.
    void each(Handle db, int tier, long start, ObjIntConsumer<Tile> found) {
        bodies(db, tier, start, 0, Integer.MAX_VALUE, (body, group) -> found.accept(tile(db, body), group));
    }

    /// A group's tile of a stretch; null when none of its models was there.
    @Nullable
    Tile tile(Handle db, Place place, int group) {
        var body = body(db, place.tier(), place.start(), group);
        return body.length == 0 ? null : tile(db, body);
    }

    private Tile tile(Handle db, byte[] body) {
        return new Tile(body, order -> facts.list(db, FactKind.COLUMNS, ColumnOrder.class, new long[] {order})
                .getFirst());
    }

    /// The bytes of one row; empty when there is none.
    byte[] body(Handle db, int tier, long start, int group) {
        var bodies = new ArrayList<byte[]>(1);
        bodies(db, tier, start, group, group, (body, any) -> bodies.add(body));
        return bodies.isEmpty() ? new byte[0] : bodies.getFirst();
    }

    /// A tier's stretches that touch a span of time, oldest first.
    public List<Place> places(Handle db, int tier, long from, long to) {
        return db.createQuery("""
                        SELECT start_at, end_at FROM stretch
                         WHERE timeline = ? AND tier = ? AND start_at <= ? AND end_at >= ?
                         ORDER BY start_at
                        """)
                .bind(0, timeline)
                .bind(1, tier)
                .bind(2, to)
                .bind(3, from)
                .map((row, context) -> new Place(tier, row.getLong(1), row.getLong(2)))
                .list();
    }

    public void delete(Handle db, Place place) {
        for (var table : List.of("tile", "stretch")) {
            db.createUpdate("DELETE FROM " + table + " WHERE timeline = ? AND tier = ? AND start_at = ?")
                    .bind(0, timeline)
                    .bind(1, place.tier())
                    .bind(2, place.start())
                    .execute();
        }
    }

    /// What all stretches hold together, before the database's own need.
    public long bytes(Handle db) {
        return db.createQuery("SELECT COALESCE(SUM(bytes), 0) FROM stretch WHERE timeline = ?")
                .bind(0, timeline)
                .mapTo(long.class)
                .one();
    }

    /// The facts that stretches refer to.
    public UsedFacts used(Handle db) {
        var used = new UsedFacts();
        for (int tier : WITH_LINES) {
            for (var place : places(db, tier, Long.MIN_VALUE, Long.MAX_VALUE)) {
                used.addBytes(body(db, tier, place.start(), USED));
            }
        }
        return used;
    }

    /// Numbers of a stretch's groups.
    List<Integer> groups(Handle db, Place place) {
        return db.createQuery("""
                        SELECT DISTINCT grp FROM tile WHERE timeline = ? AND tier = ? AND start_at = ? AND grp >= 0
                        """)
                .bind(0, timeline)
                .bind(1, place.tier())
                .bind(2, place.start())
                .mapTo(Integer.class)
                .list();
    }

    private void bodies(Handle db, int tier, long start, int from, int to, ObjIntConsumer<byte[]> found) {
        var whole = new Whole(found);
        db.createQuery("""
                        SELECT grp, body FROM tile
                         WHERE timeline = ? AND tier = ? AND start_at = ? AND grp >= ? AND grp <= ?
                         ORDER BY timeline, tier, start_at, grp, part
                        """)
                .bind(0, timeline)
                .bind(1, tier)
                .bind(2, start)
                .bind(3, from)
                .bind(4, to)
                .map((row, context) -> whole.add(row.getInt(1), row.getBytes(2)))
                .forEach(any -> {});
        whole.end();
    }

    /// Puts the parts of each body together as they come; most have one.
    private static final class Whole {
        private final ObjIntConsumer<byte[]> found;
        private byte[] body = new byte[0];
        private int group;

        Whole(ObjIntConsumer<byte[]> found) {
            this.found = found;
        }

        int add(int partGroup, byte[] part) {
            if (body.length > 0 && partGroup == group) {
                int before = body.length;
                body = Arrays.copyOf(body, before + part.length);
                System.arraycopy(part, 0, body, before, part.length);
                return before + part.length;
            }
            end();
            group = partGroup;
            body = part;
            return part.length;
        }

        void end() {
            if (body.length > 0) {
                found.accept(body, group);
            }
        }
    }
}
