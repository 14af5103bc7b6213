package jml.store.tile;

import java.util.Optional;
import jml.store.fact.Facts;
import jml.store.fact.Rosters;
import jml.store.frame.Numbers;
import org.jdbi.v3.core.Handle;

/// Finds an instant among the tiles of all tiers. Safe on any thread.
public final class Past {
    private final Tiles tiles;
    private final Facts facts;
    private final Rosters rosters;

    public Past(Tiles tiles, Facts facts, Rosters rosters) {
        this.tiles = tiles;
        this.facts = facts;
        this.rosters = rosters;
    }

    /// The last instant at or before `at`.
    public Optional<Numbers> newest(Handle db, long at) {
        return tiles.latest(db, at).map(place -> {
            var stretch = tiles.stretch(db, place);
            return new TileNumbers(db, tiles, stretch, stretch.last(at), facts, rosters);
        });
    }
}
