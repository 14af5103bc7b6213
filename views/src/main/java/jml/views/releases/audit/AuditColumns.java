package jml.views.releases.audit;

import java.util.List;
import jml.views.kit.table.CellText;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetColumn;
import jml.views.kit.table.FleetColumn.Kind;

/// The columns of the records.
final class AuditColumns {
    private AuditColumns() {}

    static List<FleetColumn<AuditContent.Row>> all() {
        return List.of(
                FleetColumn.text("seq", "Record", "", 48, Kind.NUMBER, row -> CellText.of(row.seq())),
                FleetColumn.text("time", "When", "", 118, Kind.TEXT, row -> CellText.of(row.time())),
                FleetColumn.text("who", "Who", "", 90, Kind.TEXT, row -> CellText.of(row.who())),
                FleetColumn.text("what", "What", "", 162, Kind.TEXT, row -> CellText.of(row.what())),
                FleetColumn.text("says", "Says", "", 200, Kind.GROWING, row -> CellText.of(row.says())),
                new FleetColumn<>(
                        "seal", "Sealed", "", 180, Kind.TEXT, Cells.word(AuditContent.Row::seal), row -> row.seal()
                                .word()));
    }
}
