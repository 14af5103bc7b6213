package jml.store.tile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import org.jdbi.v3.core.Handle;

/// The lines of pinned models at full resolution, when the stretches they were in have been thinned: tiles of a tier of
/// their own that have these models' lanes only. Charts read them; an instant of the fleet does not.
public final class PinnedLines {
    private final int timeline;
    private final Tiles tiles;
    private final Facts facts;

    public PinnedLines(int timeline, Tiles tiles, Facts facts) {
        this.timeline = timeline;
        this.tiles = tiles;
        this.facts = facts;
    }

    /// Copies what pins hold of a full stretch that is about to be thinned.
    void keep(Handle db, Tiles.Place place) {
        var slots = pinned(db, place);
        if (slots.isEmpty()) {
            return;
        }
        var stretch = tiles.stretch(db, place);
        var used = new UsedFacts();
        stretch.heads().forEach(used::add);
        long order = facts.number(db, FactKind.COLUMNS, TileWriter.ORDER);
        used.add(order);
        var bodies = new TreeMap<Integer, byte[]>();
        for (int group : slots.stream().map(Lane::group).distinct().toList()) {
            var tile = tiles.tile(db, place, group);
            var lanes = tile == null ? List.<Lane>of() : lanes(tile, group, slots);
            if (!lanes.isEmpty()) {
                bodies.put(
                        group, new Merge(Collections.singletonList(tile), lanes, instants(stretch), used).bytes(order));
            }
        }
        if (!bodies.isEmpty()) {
            bodies.put(Tiles.USED, used.bytes());
            tiles.add(db, new Stretch(Tiles.PINNED, place.start(), stretch.heads()), Made.RECORDED, bodies);
        }
    }

    private static List<Lane> lanes(Tile tile, int group, Set<Integer> slots) {
        return tile.lanes().stream()
                .filter(lane -> slots.contains(lane.slot(group)))
                .toList();
    }

    private static List<Merge.Kept> instants(Stretch stretch) {
        var all = new ArrayList<Merge.Kept>();
        for (int i = 0; i < stretch.heads().size(); i++) {
            all.add(new Merge.Kept(0, i, stretch.heads().get(i)));
        }
        return all;
    }

    private Set<Integer> pinned(Handle db, Tiles.Place place) {
        return new HashSet<>(db.createQuery("""
                        SELECT DISTINCT slot FROM pin
                         WHERE timeline = ? AND slot >= 0 AND from_at <= ? AND to_at >= ?
                        """)
                .bind(0, timeline)
                .bind(1, place.end())
                .bind(2, place.start())
                .mapTo(Integer.class)
                .list());
    }

    /// Deletes what no pin of a model touches any more.
    public void letGo(Handle db) {
        for (var place : tiles.places(db, Tiles.PINNED, Long.MIN_VALUE, Long.MAX_VALUE)) {
            if (pinned(db, place).isEmpty()) {
                tiles.delete(db, place);
            }
        }
    }

    /// Deletes the oldest, pinned or not; false when there is none.
    public boolean deleteOldest(Handle db) {
        var places = tiles.places(db, Tiles.PINNED, Long.MIN_VALUE, Long.MAX_VALUE);
        if (!places.isEmpty()) {
            tiles.delete(db, places.getFirst());
        }
        return !places.isEmpty();
    }
}
