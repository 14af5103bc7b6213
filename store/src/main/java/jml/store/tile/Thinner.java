package jml.store.tile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes one stretch of a coarser tier out of several of a finer one: the last instant of each step stays, exactly as
/// it was. Counts are cumulative, so that differences over what is left are the same as before.
public final class Thinner {
    private final Tiles tiles;
    private final Strains strains;
    private final Facts facts;
    private final PinnedLines pinned;

    public Thinner(Tiles tiles, Strains strains, Facts facts, PinnedLines pinned) {
        this.tiles = tiles;
        this.strains = strains;
        this.facts = facts;
        this.pinned = pinned;
    }

    /// Thins as many of the stretches as one new one takes, oldest first, and deletes them, in the caller's
    /// transaction.
    ///
    /// @param places of one tier, oldest first, nothing missing between them
    /// @param all whether to thin them even when they do not fill a new stretch
    /// @return how many were thinned; 0 when they are too few
    public int thin(Handle db, List<Tiles.Place> places, Duration step, boolean all) {
        var stretches = new ArrayList<Stretch>();
        List<Merge.Kept> kept = List.of();
        for (var place : places) {
            stretches.add(tiles.stretch(db, place));
            kept = kept(stretches, step);
            if (kept.size() >= Stretch.INSTANTS) {
                break;
            }
        }
        if (stretches.isEmpty() || (kept.size() < Stretch.INSTANTS && !all)) {
            return 0;
        }
        merge(db, places.subList(0, stretches.size()), kept);
        return stretches.size();
    }

    private static List<Merge.Kept> kept(List<Stretch> stretches, Duration step) {
        var lastOfStep = new TreeMap<Long, Merge.Kept>();
        for (int i = 0; i < stretches.size(); i++) {
            var heads = stretches.get(i).heads();
            for (int index = 0; index < heads.size(); index++) {
                var head = heads.get(index);
                lastOfStep.put(Math.floorDiv(head.at(), step.toNanos()), new Merge.Kept(i, index, head));
            }
        }
        return List.copyOf(lastOfStep.values());
    }

    private void merge(Handle db, List<Tiles.Place> places, List<Merge.Kept> kept) {
        int tier = places.getFirst().tier();
        var heads = kept.stream().map(Merge.Kept::head).toList();
        var stretch = new Stretch(tier + 1, heads.getFirst().at(), heads);
        var bodies = new TreeMap<Integer, byte[]>();
        var used = new UsedFacts();
        heads.forEach(used::add);
        long order = facts.number(db, FactKind.COLUMNS, TileWriter.ORDER);
        used.add(order);
        for (int group : groups(db, places)) {
            bodies.put(group, group(db, places, group, kept, used).bytes(order));
        }
        bodies.put(Tiles.STRAIN, strain(db, places, kept));
        bodies.put(Tiles.USED, used.bytes());
        for (var place : places) {
            if (tier == Tiles.FULL) {
                pinned.keep(db, place);
            }
            tiles.delete(db, place);
        }
        tiles.add(db, stretch, Made.RECORDED, bodies);
    }

    private Set<Integer> groups(Handle db, List<Tiles.Place> places) {
        var groups = new TreeSet<Integer>();
        places.forEach(place -> groups.addAll(tiles.groups(db, place)));
        return groups;
    }

    private Merge group(Handle db, List<Tiles.Place> places, int group, List<Merge.Kept> kept, UsedFacts used) {
        var sources = new ArrayList<@Nullable Tile>();
        var lanes = new TreeSet<Lane>(Comparator.comparing(Lane::arm).thenComparingInt(Lane::place));
        for (var place : places) {
            var tile = tiles.tile(db, place, group);
            sources.add(tile);
            if (tile != null) {
                lanes.addAll(tile.lanes());
            }
        }
        return new Merge(sources, List.copyOf(lanes), kept, used);
    }

    private byte[] strain(Handle db, List<Tiles.Place> places, List<Merge.Kept> kept) {
        var points = places.stream().map(place -> strains.points(db, place)).toList();
        var chosen = new ArrayList<Strains.Point>();
        for (var instant : kept) {
            var ofStretch = points.get(instant.stretch());
            if (instant.index() < ofStretch.size()) {
                chosen.add(ofStretch.get(instant.index()));
            }
        }
        return Strains.write(chosen);
    }
}
