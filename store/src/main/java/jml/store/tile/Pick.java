package jml.store.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jml.core.fleet.Roster;
import jml.core.model.Arm;
import jml.store.fact.ColumnOrder;
import jml.store.frame.Column;
import org.jspecify.annotations.Nullable;

/// All columns of one instant, picked out of one tile after the other while its bytes are at hand. Which subjects there
/// are is known only when all facts are, so numbers of arms are kept beside those of rows until they are asked for.
final class Pick {
    private final int instant;
    private final int[] rowsOfSlots;
    private final long[][] byRow = new long[Column.ALL.size()][];
    private final List<OfArm> ofArms = new ArrayList<>();

    private @Nullable ColumnOrder order;
    private int there;

    /// For each of [Column#ALL], its place in tiles of `order`; -1 when they have no such column.
    private final int[] places = new int[Column.ALL.size()];

    private long[][] ofTile = new long[0][];

    /// @param numbers one a column of [Column#ALL]
    private record OfArm(int row, Arm arm, long[] numbers) {}

    /// @param slots of the rows
    Pick(int[] slots, int instant) {
        this.instant = instant;
        this.rowsOfSlots = TileNumbers.rowsOfSlots(slots);
        for (int column = 0; column < byRow.length; column++) {
            byRow[column] = new long[slots.length];
            long absent = Column.ALL.get(column).absent();
            if (absent != 0) {
                Arrays.fill(byRow[column], absent);
            }
        }
    }

    /// @param group of the tile
    void add(Tile tile, int group) {
        if (!tile.columns().equals(order)) {
            take(tile.columns());
        }
        var lanes = tile.lanes();
        if (ofTile.length < order().names().size() || ofTile[0].length < lanes.size()) {
            ofTile = new long[order().names().size()][lanes.size()];
        }
        tile.at(instant, ofTile);
        var rows = new int[lanes.size()];
        for (int lane = 0; lane < rows.length; lane++) {
            int slot = lanes.get(lane).slot(group);
            int row = slot < rowsOfSlots.length ? rowsOfSlots[slot] : -1;
            rows[lane] = row;
            if (lanes.get(lane).arm() != Arm.ALL) {
                rows[lane] = -1;
                addArm(lanes.get(lane).arm(), row, lane);
            }
        }
        for (int column = 0; column < places.length; column++) {
            if (places[column] >= 0) {
                scatter(ofTile[places[column]], rows, byRow[column]);
            }
        }
    }

    private static void scatter(long[] numbers, int[] rows, long[] byRow) {
        for (int lane = 0; lane < rows.length; lane++) {
            if (rows[lane] >= 0) {
                byRow[rows[lane]] = numbers[lane];
            }
        }
    }

    private void addArm(Arm arm, int row, int lane) {
        if (row < 0 || (there >= 0 && ofTile[there][lane] == 0)) {
            return;
        }
        var numbers = new long[places.length];
        for (int column = 0; column < numbers.length; column++) {
            numbers[column] = places[column] < 0 ? Column.ALL.get(column).absent() : ofTile[places[column]][lane];
        }
        ofArms.add(new OfArm(row, arm, numbers));
    }

    private ColumnOrder order() {
        return Objects.requireNonNull(order);
    }

    private void take(ColumnOrder other) {
        order = other;
        there = other.place(TileWriter.THERE);
        for (int column = 0; column < places.length; column++) {
            places[column] = other.place(Column.ALL.get(column).name());
        }
    }

    /// A column of rows. Not a copy.
    long[] rows(Column column) {
        return byRow[Column.ALL.indexOf(column)];
    }

    /// A column of subjects.
    ///
    /// @param roster of the instant
    long[] subjects(Column column, Roster roster) {
        int place = Column.ALL.indexOf(column);
        var numbers = Arrays.copyOf(byRow[place], roster.subjects());
        Arrays.fill(numbers, roster.size(), numbers.length, column.absent());
        for (var of : ofArms) {
            int subject = roster.subject(of.row, of.arm);
            if (subject >= 0) {
                numbers[subject] = of.numbers[place];
            }
        }
        return numbers;
    }
}
