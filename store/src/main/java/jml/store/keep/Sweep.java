package jml.store.keep;

import java.util.List;
import jml.store.fact.Facts;
import jml.store.frame.Column;
import jml.store.frame.FrameLog;
import jml.store.interval.Intervals;
import jml.store.tile.Tiles;
import org.jdbi.v3.core.Handle;

/// Deletes the facts that nothing refers to any more. Nobody may write meanwhile.
public final class Sweep {
    private final Facts facts;
    private final FrameLog frames;
    private final Tiles tiles;
    private final Intervals intervals;

    public Sweep(Facts facts, FrameLog frames, Tiles tiles, Intervals intervals) {
        this.facts = facts;
        this.frames = frames;
        this.tiles = tiles;
        this.intervals = intervals;
    }

    /// How many facts went.
    public int run(Handle db) {
        var used = tiles.used(db);
        for (long at : frames.instants(db)) {
            frames.newest(db, at).ifPresent(frame -> {
                used.add(frame.head());
                for (var column : List.of(Column.FACTS, Column.VERDICT)) {
                    var numbers = frame.column(column);
                    used.addAll(numbers == null ? new long[0] : numbers);
                }
            });
        }
        intervals.facts(db).forEach(used::add);
        return facts.deleteExcept(db, used::has);
    }
}
