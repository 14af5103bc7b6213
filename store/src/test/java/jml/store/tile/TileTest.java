package jml.store.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jml.core.model.Arm;
import jml.store.code.ByteWriter;
import jml.store.code.Checked;
import jml.store.code.SeriesCode;
import jml.store.fact.ColumnOrder;
import org.junit.jupiter.api.Test;

class TileTest {
    private static final long[] TIMES = {10, 20, 30};
    private static final List<Lane> LANES = List.of(new Lane(0, Arm.ALL), new Lane(5, Arm.ALL));

    @Test
    void columnsAreFoundByTheOrderItsNumberNames() {
        var writer = new TileWriter(TIMES, LANES, 7);
        for (var name : TileWriter.ORDER.names()) {
            writer.column(name, new long[][] {{1, 2, 9}, {4, 4, 4}}, false);
        }

        var tile = new Tile(writer.bytes(), order -> order == 7 ? TileWriter.ORDER : new ColumnOrder(List.of()));

        assertThat(tile.run(TileWriter.ORDER.names().getLast(), 0)).containsExactly(1, 2, 9);
        assertThat(instant(tile, TileWriter.THERE, 1)).containsExactly(2, 4);
        assertThat(tile.run("unheard of", 0)).isNull();
    }

    @Test
    void aTileWithTheNamesOfItsColumnsInsideIsReadToo() {
        var tile = new Tile(named("there", "facts"), order -> new ColumnOrder(List.of()));

        assertThat(tile.columns().names()).containsExactly("there", "facts");
        assertThat(instant(tile, "facts", 2)).containsExactly(3, 6);
    }

    @Test
    void anOrderOfOtherLengthIsDamage() {
        var writer = new TileWriter(TIMES, LANES, 7);
        writer.column(TileWriter.THERE, new long[][] {{1, 1, 1}, {1, 1, 1}}, false);

        assertThatThrownBy(() -> new Tile(writer.bytes(), order -> TileWriter.ORDER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tile of 1 columns");
    }

    private static long[] instant(Tile tile, String column, int instant) {
        var numbers = new long[tile.columns().names().size()][LANES.size()];
        tile.at(instant, numbers);
        return numbers[tile.columns().place(column)];
    }

    private static byte[] named(String... names) {
        var out = new ByteWriter(64);
        out.bits8(TileWriter.NAMED_FORMAT);
        out.unsigned(TIMES.length);
        SeriesCode.write(out, TIMES);
        out.unsigned(LANES.size());
        LANES.forEach(lane -> out.bits8(lane.code()));
        var body = new ByteWriter(64);
        body.bits8(TileWriter.EACH);
        SeriesCode.write(body, new long[] {1, 2, 3});
        SeriesCode.write(body, new long[] {4, 5, 6});
        for (var name : names) {
            out.text(name);
            out.unsigned(0);
            out.unsigned(body.size());
            out.append(body);
        }
        return Checked.close(out.toBytes());
    }
}
