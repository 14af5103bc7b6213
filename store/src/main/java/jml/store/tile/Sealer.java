package jml.store.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import jml.core.fleet.Roster;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import jml.store.fact.Rosters;
import jml.store.fact.RowOrder;
import jml.store.frame.Column;
import jml.store.frame.Frame;
import jml.store.frame.FrameLog;
import jml.store.frame.Head;
import jml.store.frame.PresenceCode;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Turns the oldest frames into tiles. One column of all frames is in memory at a time.
public final class Sealer {
    private final FrameLog frames;
    private final Tiles tiles;
    private final Strains strains;
    private final Facts facts;
    private final Rosters rosters;

    public Sealer(FrameLog frames, Tiles tiles, Strains strains, Facts facts, Rosters rosters) {
        this.frames = frames;
        this.tiles = tiles;
        this.strains = strains;
        this.facts = facts;
        this.rosters = rosters;
    }

    /// Seals one stretch and deletes its frames, in the caller's transaction; false when there are too few.
    public boolean seal(Handle db) {
        var sealed = frames.oldest(db, Stretch.INSTANTS);
        if (sealed.size() < Stretch.INSTANTS) {
            return false;
        }
        var heads = sealed.stream().map(Frame::head).toList();
        var stretch = new Stretch(Tiles.FULL, heads.getFirst().at(), heads);
        var bodies = new TreeMap<Integer, byte[]>();
        long order = facts.number(db, FactKind.COLUMNS, TileWriter.ORDER);
        groups(db, sealed, order).forEach((group, tile) -> bodies.put(group, tile.bytes()));
        bodies.put(Tiles.STRAIN, strains.sealed(db, stretch));
        bodies.put(Tiles.USED, used(sealed, order).bytes());
        tiles.add(db, stretch, Made.RECORDED, bodies);
        frames.delete(db, stretch.end());
        return true;
    }

    private SortedMap<Integer, TileWriter> groups(Handle db, List<Frame> sealed, long order) {
        var layouts = GroupLanes.of(rosters(db, sealed), slots(db, sealed));
        long[] times = sealed.stream().map(Frame::head).mapToLong(Head::at).toArray();
        var writers = new TreeMap<Integer, TileWriter>();
        layouts.forEach((group, layout) -> {
            var writer = new TileWriter(times, layout.lanes(), order);
            writer.column(TileWriter.THERE, there(layout), false);
            writers.put(group, writer);
        });
        List<long @Nullable []> presences = List.of();
        var part = "";
        for (var column : Column.ALL) {
            if (!column.part().equals(part)) {
                // Columns come part by part: no more than one part of each frame is unpacked at a time.
                sealed.forEach(Frame::pack);
                part = column.part();
            }
            var numbers = new ArrayList<long @Nullable []>();
            sealed.forEach(frame -> numbers.add(frame.column(column)));
            if (column.kind() == Column.Kind.PRESENCE) {
                presences = numbers;
            }
            var judged = column.kind() == Column.Kind.VALUE ? presences : null;
            writers.forEach((group, writer) -> {
                var places = Objects.requireNonNull(layouts.get(group)).places(column);
                writer.column(
                        column.name(), runs(column, places, numbers, judged), column.kind() == Column.Kind.SAMPLES);
            });
        }
        return writers;
    }

    private static UsedFacts used(List<Frame> sealed, long order) {
        var used = new UsedFacts();
        used.add(order);
        for (var frame : sealed) {
            used.add(frame.head());
            for (var column : List.of(Column.FACTS, Column.VERDICT)) {
                used.addAll(Objects.requireNonNull(frame.column(column), column.name()));
            }
        }
        return used;
    }

    private List<Roster> rosters(Handle db, List<Frame> sealed) {
        var found = new ArrayList<Roster>(sealed.size());
        for (var frame : sealed) {
            var numbers = frame.column(Column.FACTS);
            if (numbers == null) {
                throw new IllegalStateException("frame without facts");
            }
            found.add(rosters.roster(db, numbers));
        }
        return found;
    }

    private List<int[]> slots(Handle db, List<Frame> sealed) {
        long[] orders = sealed.stream().mapToLong(frame -> frame.head().order()).toArray();
        return facts.list(db, FactKind.ORDER, RowOrder.class, orders).stream()
                .map(RowOrder::slots)
                .toList();
    }

    private static long[][] there(GroupLanes layout) {
        int instants = layout.subjects().length;
        var runs = new long[layout.lanes().size()][instants];
        for (int lane = 0; lane < runs.length; lane++) {
            for (int i = 0; i < instants; i++) {
                runs[lane][i] = layout.subjects()[i][lane] < 0 ? 0 : 1;
            }
        }
        return runs;
    }

    /// @param places for each instant and lane
    /// @param presences of the same indicator, when a number means something only where it was measured
    private static long[][] runs(
            Column column,
            int[][] places,
            List<long @Nullable []> numbers,
            @Nullable List<long @Nullable []> presences) {
        int instants = places.length;
        int lanes = places[0].length;
        var runs = new long[lanes][instants];
        var known = new boolean[instants];
        for (int lane = 0; lane < lanes; lane++) {
            for (int i = 0; i < instants; i++) {
                int place = places[i][lane];
                known[i] = place >= 0 && (presences == null || measured(presences.get(i), place));
                runs[lane][i] = known[i] ? number(column, numbers.get(i), place) : 0;
            }
            Gaps.fill(runs[lane], known);
        }
        return runs;
    }

    private static long number(Column column, long @Nullable [] numbers, int place) {
        return numbers == null ? column.absent() : numbers[place];
    }

    private static boolean measured(long @Nullable [] presences, int place) {
        return presences != null && PresenceCode.measured(presences[place]);
    }
}
