package jml.views.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableExportTest {
    private record Model(String name, String p95) {}

    private static final List<FleetColumn<Model>> COLUMNS = List.of(
            FleetColumn.text("model", "Model", "", 100, FleetColumn.Kind.NAME, m -> CellText.of(m.name)),
            FleetColumn.text("p95", "p95", "ms", 46, FleetColumn.Kind.NUMBER, m -> CellText.of(m.p95)));

    @Test
    void csvHasTitlesWithUnitsAndQuotesWhatMustBe() {
        assertThat(TableExport.csv(COLUMNS, List.of(group(), row("a \"b\", c", "1,840"), row("plain", "84"))))
                .isEqualTo("Model,p95 ms\r\n\"a \"\"b\"\", c\",\"1,840\"\r\nplain,84\r\n");
    }

    @Test
    void aNameThatASpreadsheetWouldRunIsMadeText() {
        assertThat(TableExport.csv(COLUMNS, List.of(row("=HYPERLINK(1)", "-5"))))
                .contains("'=HYPERLINK(1),-5");
    }

    @Test
    void jsonEscapesWhatANameMayHold() {
        assertThat(TableExport.json(COLUMNS, List.of(group(), row("a\"\\\n\u0001", "84"))))
                .isEqualTo("[\n{\"model\":\"a\\\"\\\\\\n\\u0001\",\"p95\":\"84\"}\n]\n");
    }

    private static FleetLine<Model> group() {
        return new FleetLine.Group<>("Needs attention", "1");
    }

    private static FleetLine<Model> row(String name, String p95) {
        return new FleetLine.Row<>(name, new Model(name, p95), false);
    }
}
