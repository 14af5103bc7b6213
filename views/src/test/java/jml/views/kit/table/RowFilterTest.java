package jml.views.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFilterTest {
    private static final List<FleetColumn<String>> COLUMNS =
            List.of(FleetColumn.text("name", "Name", "", 100, FleetColumn.Kind.NAME, CellText::of));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "fraud, Fraud-Scorer, true",
                "fraud !scorer, fraud-scorer, false",
                "fraud !edge, fraud-scorer, true",
                "fra sco, fraud-scorer, true",
                "fra xyz, fraud-scorer, false",
                "!, fraud-scorer, true",
                "\"a b\", x a b y, true",
                "\"a b\", a x b, false",
                "!\"a b\", x a b y, false",
                "\"a, x a b y, true"
            })
    void everyWordMustOccurAndNoExcludedOneMay(String typed, String row, boolean kept) {
        assertThat(RowFilter.parse(typed).keeps(row)).isEqualTo(kept);
    }

    @Test
    void groupsThatLostAllTheirRowsGoToo() {
        var first = new FleetLine.Group<String>("Needs attention", "");
        var second = new FleetLine.Group<String>("The rest", "");
        var a = new FleetLine.Row<>("a", "alpha", false);
        var b = new FleetLine.Row<>("b", "beta", false);
        List<FleetLine<String>> lines = List.of(first, a, second, b);

        assertThat(RowFilter.parse("beta").keep(lines, COLUMNS)).containsExactly(second, b);
        assertThat(RowFilter.parse("!beta").keep(lines, COLUMNS)).containsExactly(first, a);
        assertThat(RowFilter.parse("").keep(lines, COLUMNS)).isSameAs(lines);
    }
}
