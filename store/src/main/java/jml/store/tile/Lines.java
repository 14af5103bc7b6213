package jml.store.tile;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import jml.core.fleet.Figures;
import jml.core.fleet.Roster;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.store.fact.Facts;
import jml.store.fact.Rosters;
import jml.store.frame.Column;
import jml.store.frame.Frame;
import jml.store.frame.FrameLog;
import jml.store.frame.PresenceCode;
import jml.store.retention.Retention;
import org.jdbi.v3.core.Handle;

/// One indicator of one model over time: one row a stretch, one part a frame. Safe on any thread.
public final class Lines {
    private static final long MILLI = 1_000_000;

    private final FrameLog frames;
    private final Tiles tiles;
    private final Facts facts;
    private final Rosters rosters;
    private final Retention retention;

    public Lines(FrameLog frames, Tiles tiles, Facts facts, Rosters rosters, Retention retention) {
        this.frames = frames;
        this.tiles = tiles;
        this.facts = facts;
        this.rosters = rosters;
        this.retention = retention;
    }

    /// What is asked.
    ///
    /// @param from first nanosecond
    /// @param to last nanosecond
    public record Question(int slot, Arm arm, Sli sli, long from, long to) {}

    /// Measured values, gaps left out; of several within one step the last.
    public Series line(Handle db, Question asked, Duration step) {
        // Grid steps by instant: tiers overlap, and where they do they hold the same instants.
        var found = new TreeMap<Long, Long>();
        var coarsest = step;
        for (int tier : Tiles.WITH_LINES) {
            int before = found.size();
            for (var place : tiles.places(db, tier, asked.from, asked.to)) {
                tile(db, place, asked, found);
            }
            var own = retention.step(tier == Tiles.PINNED ? Tiles.FULL : tier);
            if (found.size() > before && own.compareTo(coarsest) > 0) {
                coarsest = own;
            }
        }
        frames(db, asked, found);
        return thinned(asked.sli, found, step, coarsest);
    }

    private void tile(Handle db, Tiles.Place place, Question asked, Map<Long, Long> found) {
        var tile = tiles.tile(db, place, Lane.group(asked.slot));
        int lane = tile == null ? -1 : tile.lanes().indexOf(new Lane(Lane.place(asked.slot), asked.arm));
        if (tile == null || lane < 0) {
            return;
        }
        var there = tile.run(TileWriter.THERE, lane);
        var presence = tile.run(Column.presence(asked.sli).name(), lane);
        var value = tile.run(Column.value(asked.sli).name(), lane);
        if (there == null || presence == null || value == null) {
            return;
        }
        for (int i = 0; i < value.length; i++) {
            long at = tile.times()[i];
            if (there[i] == 1 && PresenceCode.measured(presence[i]) && at >= asked.from && at <= asked.to) {
                found.put(at, value[i]);
            }
        }
    }

    private void frames(Handle db, Question asked, Map<Long, Long> found) {
        for (var frame : frames.between(db, asked.sli, asked.arm != Arm.ALL, asked.from, asked.to)) {
            var presence = frame.column(Column.presence(asked.sli));
            var value = frame.column(Column.value(asked.sli));
            int subject = presence == null || value == null ? -1 : subject(db, frame, asked);
            if (subject >= 0 && presence != null && value != null && PresenceCode.measured(presence[subject])) {
                found.put(frame.head().at(), value[subject]);
            }
        }
    }

    private int subject(Handle db, Frame frame, Question asked) {
        int[] slots = facts.order(db, frame.head().order());
        for (int row = 0; row < slots.length; row++) {
            if (slots[row] == asked.slot) {
                // The whole model is the row's own number; only arms need to know who else has a release under way.
                return asked.arm == Arm.ALL ? row : roster(db, frame).subject(row, asked.arm);
            }
        }
        return -1;
    }

    private Roster roster(Handle db, Frame frame) {
        return rosters.roster(db, Objects.requireNonNull(frame.column(Column.FACTS), "frame without facts"));
    }

    private static Series thinned(Sli sli, SortedMap<Long, Long> found, Duration step, Duration coarsest) {
        var times = new long[found.size()];
        var values = new double[found.size()];
        long width = Math.max(1, step.toNanos());
        long bucket = Long.MIN_VALUE;
        int size = 0;
        for (var point : found.entrySet()) {
            long now = Math.floorDiv(point.getKey(), width);
            if (size == 0 || now != bucket) {
                size++;
            }
            bucket = now;
            times[size - 1] = Math.floorDiv(point.getKey(), MILLI);
            values[size - 1] = Figures.fromSteps(sli, point.getValue().intValue());
        }
        return new Series(LabelSet.of(Map.of()), Arrays.copyOf(times, size), Arrays.copyOf(values, size), coarsest);
    }
}
