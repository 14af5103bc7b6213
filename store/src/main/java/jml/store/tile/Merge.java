package jml.store.tile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jml.store.frame.Column;
import jml.store.frame.Head;
import jml.store.frame.PresenceCode;
import org.jspecify.annotations.Nullable;

/// One group's tile out of several: some of their lanes at some of their instants.
final class Merge {
    private final List<@Nullable Tile> sources;
    private final List<Lane> lanes;
    private final List<Kept> kept;
    private final UsedFacts used;
    private final int[][] places;

    /// An instant that stays: the stretch it comes from, and its place there.
    record Kept(int stretch, int index, Head head) {}

    /// @param sources one a stretch; null where none of the group's models was there
    /// @param used collects the facts referred to
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
