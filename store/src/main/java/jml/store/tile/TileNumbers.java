package jml.store.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jml.core.fleet.Roster;
import jml.core.model.Arm;
import jml.store.fact.ColumnOrder;
import jml.store.fact.Facts;
import jml.store.fact.Rosters;
import jml.store.frame.Column;
import jml.store.frame.Head;
import jml.store.frame.Numbers;
import org.jdbi.v3.core.Handle;

/// One instant of a stretch: picks it out of every tile, in row order.
final class TileNumbers implements Numbers {
    private final Head head;
    private final int instant;
    private final List<Part> parts = new ArrayList<>();
    private final long[] facts;
    private final Roster roster;

    private static final class Part {
        final Tile tile;
        final int group;
        int[] rows = new int[0];
        int[] subjects = new int[0];

        Part(Tile tile, int group) {
            this.tile = tile;
            this.group = group;
        }
    }

    TileNumbers(Handle db, Tiles rows, Stretch stretch, int instant, Facts known, Rosters rosters) {
        this.head = stretch.heads().get(instant);
        this.instant = instant;
        int[] slots = known.order(db, head.order());
        int[] rowsOfSlots = rowsOfSlots(slots);
        rows.each(db, stretch.tier(), stretch.start(), (tile, group) -> parts.add(new Part(tile, group)));
        parts.forEach(part -> part.rows = rows(part, rowsOfSlots));
        this.facts = new long[slots.length];
        fill(facts, Column.FACTS);
        this.roster = rosters.roster(db, facts);
        parts.forEach(part -> part.subjects = subjects(part, rowsOfSlots));
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
        var numbers = new long[column.kind().perRow() ? roster.size() : roster.subjects()];
        fill(numbers, column);
        return numbers;
    }

    private void fill(long[] numbers, Column column) {
        Arrays.fill(numbers, column.absent());
        ColumnOrder order = null;
        int place = -1;
        for (var part : parts) {
            if (!part.tile.columns().equals(order)) {
                order = part.tile.columns();
                place = order.place(column.name());
            }
            if (place >= 0) {
                part.tile.into(numbers, column.kind().perRow() ? part.rows : part.subjects, place, instant);
            }
        }
    }

    // The row of each lane of a whole model, -1 for arms and for models that were not there.
    private static int[] rows(Part part, int[] rowsOfSlots) {
        return part.tile.lanes().stream()
                .mapToInt(lane -> lane.arm() == Arm.ALL ? row(lane, part.group, rowsOfSlots) : -1)
                .toArray();
    }

    private int[] subjects(Part part, int[] rowsOfSlots) {
        return part.tile.lanes().stream()
                .mapToInt(lane -> {
                    int row = row(lane, part.group, rowsOfSlots);
                    return row < 0 ? -1 : roster.subject(row, lane.arm());
                })
                .toArray();
    }

    private static int row(Lane lane, int group, int[] rowsOfSlots) {
        int slot = lane.slot(group);
        return slot < rowsOfSlots.length ? rowsOfSlots[slot] : -1;
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
