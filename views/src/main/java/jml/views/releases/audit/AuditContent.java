package jml.views.releases.audit;

import java.util.List;
import jml.core.model.ModelKey;
import jml.views.kit.table.Cells;
import jml.views.kit.table.FleetLine;

/// What the audit of one model shows.
///
/// @param journal whether the journal is as it was written: one word
/// @param sentence the same in a sentence
/// @param note to where it is signed and by which key, and what else a person should know
/// @param rows oldest first
/// @param elsewhere changes that no act of this console explains, newest first
/// @param aliases who held which, by alias, then newest first
record AuditContent(
        ModelKey key,
        Cells.Word journal,
        String sentence,
        String note,
        List<FleetLine<Row>> rows,
        List<Elsewhere> elsewhere,
        List<Term> aliases) {
    AuditContent {
        rows = List.copyOf(rows);
        elsewhere = List.copyOf(elsewhere);
        aliases = List.copyOf(aliases);
    }

    /// "1 change made elsewhere", or that there is none.
    String elsewhereNote() {
        return switch (elsewhere.size()) {
            case 0 -> "none seen";
            case 1 -> "1 change";
            default -> elsewhere.size() + " changes";
        };
    }

    /// One record.
    ///
    /// @param what the record's kind in words: "Asked", "Refused by the console"
    /// @param seal whether it is signed, only chained, or not as it was written
    record Row(String seq, String time, String who, String what, String says, Cells.Word seal) {}

    /// One change made past this console.
    record Elsewhere(String time, String text, String source) {}

    /// @param held "11:21 to 14:05", "before 09:00, still"
    record Term(String alias, String version, String held) {}
}
