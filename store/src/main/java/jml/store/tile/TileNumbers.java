package jml.store.tile;

import java.util.Arrays;
import jml.core.fleet.Roster;
import jml.store.fact.Facts;
import jml.store.fact.Rosters;
import jml.store.frame.Column;
import jml.store.frame.Head;
import jml.store.frame.Numbers;
import org.jdbi.v3.core.Handle;

/// One instant of a stretch: picked out of every tile, in row order.
final class TileNumbers implements Numbers {
    private final Head head;
    private final Pick pick;
    private final long[] facts;
    private final Roster roster;

    TileNumbers(Handle db, Tiles rows, Stretch stretch, int instant, Facts known, Rosters rosters) {
        this.head = stretch.heads().get(instant);
        this.pick = new Pick(known.order(db, head.order()), instant);
        rows.each(db, stretch.tier(), stretch.start(), pick::add);
        this.facts = pick.rows(Column.FACTS);
        this.roster = rosters.roster(db, facts);
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public long[] column(Column column) {
        if (column.equals(Column.FACTS)) {
            return facts;
        }
        return column.kind().perRow() ? pick.rows(column) : pick.subjects(column, roster);
    }

    static int[] rowsOfSlots(int[] slots) {
        var rows = new int[Arrays.stream(slots).max().orElse(-1) + 1];
        Arrays.fill(rows, -1);
        for (int row = 0; row < slots.length; row++) {
            rows[slots[row]] = row;
        }
        return rows;
    }
}
