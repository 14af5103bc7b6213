package jml.store.tile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import jml.store.frame.Column;
import jml.store.frame.Head;
import jml.store.frame.PresenceCode;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes one stretch of a coarser tier out of several of a finer one: the last instant of each step stays, exactly as
/// it was. Counts are cumulative, so that differences over what is left are the same as before.
public final class Thinner {
    private final Tiles tiles;
    private final Strains strains;
    private final Facts facts;

    public Thinner(Tiles tiles, Strains strains, Facts facts) {
        this.tiles = tiles;
        this.strains = strains;
        this.facts = facts;
    }

    /// An instant that stays: the stretch it comes from, and its place there.
    private record Kept(int stretch, int index, Head head) {}

    /// Thins as many of the stretches as one new one takes, oldest first, and deletes them, in the caller's
    /// transaction.
    ///
    /// @param places of one tier, oldest first, nothing missing between them
    /// @param all whether to thin them even when they do not fill a new stretch
    /// @return how many were thinned; 0 when they are too few
    public int thin(Handle db, List<Tiles.Place> places, Duration step, boolean all) {
        var stretches = new ArrayList<Stretch>();
        List<Kept> kept = List.of();
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

    private static List<Kept> kept(List<Stretch> stretches, Duration step) {
        var lastOfStep = new TreeMap<Long, Kept>();
        for (int i = 0; i < stretches.size(); i++) {
            var heads = stretches.get(i).heads();
            for (int index = 0; index < heads.size(); index++) {
                var head = heads.get(index);
                lastOfStep.put(Math.floorDiv(head.at(), step.toNanos()), new Kept(i, index, head));
            }
        }
        return List.copyOf(lastOfStep.values());
    }

    private void merge(Handle db, List<Tiles.Place> places, List<Kept> kept) {
        int tier = places.getFirst().tier();
        var heads = kept.stream().map(Kept::head).toList();
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
            tiles.delete(db, place);
        }
        tiles.add(db, stretch, Made.RECORDED, bodies);
    }

    private Set<Integer> groups(Handle db, List<Tiles.Place> places) {
        var groups = new TreeSet<Integer>();
        places.forEach(place -> groups.addAll(tiles.groups(db, place)));
        return groups;
    }

    private Merge group(Handle db, List<Tiles.Place> places, int group, List<Kept> kept, UsedFacts used) {
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

    private byte[] strain(Handle db, List<Tiles.Place> places, List<Kept> kept) {
        var points = places.stream().map(place -> strains.points(db, place)).toList();
        var chosen = new ArrayList<Strains.Point>();
        for (var instant : kept) {
            var ofStretch = points.get(instant.stretch);
            if (instant.index < ofStretch.size()) {
                chosen.add(ofStretch.get(instant.index));
            }
        }
        return Strains.write(chosen);
    }

    /// One group's tile out of several.
    private static final class Merge {
        private final List<@Nullable Tile> sources;
        private final List<Lane> lanes;
        private final List<Kept> kept;
        private final UsedFacts used;
        private final int[][] places;

        Merge(List<@Nullable Tile> sources, List<Lane> lanes, List<Kept> kept, UsedFacts used) {
            this.sources = sources;
            this.lanes = lanes;
            this.kept = kept;
            this.used = used;
            this.places = new int[sources.size()][lanes.size()];
            for (int i = 0; i < places.length; i++) {
                var tile = sources.get(i);
                for (int lane = 0; lane < lanes.size(); lane++) {
                    places[i][lane] = tile == null ? -1 : tile.lanes().indexOf(lanes.get(lane));
                }
            }
        }

        byte[] bytes(long order) {
            long[] times = kept.stream().mapToLong(it -> it.head.at()).toArray();
            var writer = new TileWriter(times, lanes, order);
            long[][] there = runs(columns(TileWriter.THERE), 0, null);
            writer.column(TileWriter.THERE, there, false);
            long[][] presences = there;
            for (var column : Column.ALL) {
                boolean value = column.kind() == Column.Kind.VALUE;
                var runs = runs(columns(column.name()), column.absent(), known(there, value ? presences : null));
                if (column.kind() == Column.Kind.PRESENCE) {
                    presences = runs;
                } else if (column.kind() == Column.Kind.FACTS || column.kind() == Column.Kind.VERDICT) {
                    used.addRuns(runs);
                }
                writer.column(column.name(), runs, column.kind() == Column.Kind.SAMPLES);
            }
            return writer.bytes();
        }

        private Map<Integer, long[][]> columns(String name) {
            var found = new TreeMap<Integer, long[][]>();
            for (int i = 0; i < sources.size(); i++) {
                var tile = sources.get(i);
                var all = tile == null ? null : tile.all(name);
                if (all != null) {
                    found.put(i, all);
                }
            }
            return found;
        }

        private static boolean[][] known(long[][] there, long @Nullable [][] presences) {
            var known = new boolean[there.length][];
            for (int lane = 0; lane < known.length; lane++) {
                known[lane] = new boolean[there[lane].length];
                for (int i = 0; i < known[lane].length; i++) {
                    known[lane][i] =
                            there[lane][i] == 1 && (presences == null || PresenceCode.measured(presences[lane][i]));
                }
            }
            return known;
        }

        private long[][] runs(Map<Integer, long[][]> columns, long absent, boolean @Nullable [][] known) {
            var runs = new long[lanes.size()][kept.size()];
            for (int lane = 0; lane < runs.length; lane++) {
                for (int i = 0; i < runs[lane].length; i++) {
                    var instant = kept.get(i);
                    var column = columns.get(instant.stretch);
                    int place = places[instant.stretch][lane];
                    runs[lane][i] = column == null || place < 0 ? absent : column[place][instant.index];
                }
                if (known != null) {
                    Gaps.fill(runs[lane], known[lane]);
                }
            }
            return runs;
        }
    }
}
