package jml.store.keep;

import java.util.ArrayList;
import java.util.List;
import jml.store.archive.ArchivedSeries;
import jml.store.interval.Intervals;
import jml.store.retention.Retention;
import jml.store.tile.PinnedLines;
import jml.store.tile.Stretch;
import jml.store.tile.Thinner;
import jml.store.tile.Tiles;
import org.jdbi.v3.core.Handle;

/// Thins and deletes by age and by size, one small step a call, each in the caller's transaction, so that the recorder
/// never waits long. Windows pinned for the fleet stay as they are while the record is within its size, of those pinned
/// for a model its lines do; beyond it, when all else is thinned, they are thinned too, oldest first, and never
/// deleted.
public final class Upkeep {
    private final Tiles tiles;
    private final Thinner thinner;
    private final PinnedLines pinnedLines;
    private final Intervals intervals;
    private final ArchivedSeries archived;
    private final Pins pins;
    private final Retention retention;

    public Upkeep(
            Tiles tiles,
            Thinner thinner,
            PinnedLines pinnedLines,
            Intervals intervals,
            ArchivedSeries archived,
            Pins pins,
            Retention retention) {
        this.tiles = tiles;
        this.thinner = thinner;
        this.pinnedLines = pinnedLines;
        this.intervals = intervals;
        this.archived = archived;
        this.pins = pins;
        this.retention = retention;
    }

    /// Does the oldest thing that is due; false when nothing is.
    ///
    /// @param newest instant of the record: a clock that jumps ahead must not delete the past
    public boolean step(Handle db, long newest) {
        var pinned = pins.ofFleet(db);
        for (int tier = Tiles.FULL; tier < Tiles.COARSEST; tier++) {
            if (thin(db, tier, newest - retention.age(tier).toNanos(), false, pinned)) {
                return true;
            }
        }
        long oldest = newest - retention.age(Tiles.COARSEST).toNanos();
        intervals.deleteBefore(db, oldest);
        archived.deleteBefore(db, oldest);
        return delete(db, oldest, pins.all(db))
                || (tiles.bytes(db) > retention.mostBytes() && shrink(db, newest, pinned))
                || archived.shrink(db, retention.mostArchiveBytes());
    }

    // The finest of what is older than a step's worth goes first: it costs most and is least looked at.
    private boolean shrink(Handle db, long newest, List<Pins.Window> pinned) {
        return thinEarly(db, newest, pinned)
                || delete(db, newest, pins.all(db))
                || thinEarly(db, newest, List.of())
                || pinnedLines.deleteOldest(db);
    }

    private boolean thinEarly(Handle db, long newest, List<Pins.Window> pinned) {
        for (int tier = Tiles.FULL; tier < Tiles.COARSEST; tier++) {
            if (thin(db, tier, newest - retention.step(tier + 1).toNanos(), true, pinned)) {
                return true;
            }
        }
        return false;
    }

    private boolean thin(Handle db, int tier, long before, boolean all, List<Pins.Window> pinned) {
        long step = retention.step(tier + 1).toNanos();
        for (var run : runs(db, tier, before, pinned)) {
            // What does not fill a coarser stretch waits for more, unless nothing more can come: a gap or a pin
            // follows.
            boolean ended = run.getLast().end() < before - 2L * Stretch.INSTANTS * step;
            if (thinner.thin(db, run, retention.step(tier + 1), all || ended) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean delete(Handle db, long before, List<Pins.Window> pinned) {
        for (var run : runs(db, Tiles.COARSEST, before, pinned)) {
            tiles.delete(db, run.getFirst());
            return true;
        }
        return false;
    }

    // Stretches that ended before an instant, cut where a pinned one or an already coarser one lies between: a stretch
    // must not reach over another of its tier.
    private List<List<Tiles.Place>> runs(Handle db, int tier, long before, List<Pins.Window> pinned) {
        var coarser = tiles.places(db, tier + 1, Long.MIN_VALUE, before);
        var runs = new ArrayList<List<Tiles.Place>>();
        var run = new ArrayList<Tiles.Place>();
        for (var place : tiles.places(db, tier, Long.MIN_VALUE, before)) {
            boolean stays = place.end() >= before || touched(pinned, place);
            if (stays || (!run.isEmpty() && between(coarser, run.getLast(), place))) {
                close(run, runs);
            }
            if (!stays) {
                run.add(place);
            }
        }
        close(run, runs);
        return runs;
    }

    private static void close(List<Tiles.Place> run, List<List<Tiles.Place>> runs) {
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
            run.clear();
        }
    }

    private static boolean touched(List<Pins.Window> windows, Tiles.Place place) {
        return windows.stream().anyMatch(window -> window.touches(place.start(), place.end()));
    }

    private static boolean between(List<Tiles.Place> others, Tiles.Place earlier, Tiles.Place later) {
        return others.stream().anyMatch(other -> other.start() > earlier.end() && other.end() < later.start());
    }
}
